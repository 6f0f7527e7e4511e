import { expect, test } from '@jest/globals';
import { isStreamError } from '../../lib/errors/guards.js';
import type { MessageStream } from '../../lib/stream/message-stream.js';
import { serveFaults } from '../support/fault-server.js';
import { describeWithFixtures } from '../support/fixtures.js';
import { isPrefix, withoutUsage } from '../support/prefix.js';
import { pick, seededRandom } from '../support/random.js';
import { eventBoundaries, type RecordedStream, richness, wholeStreams } from '../support/recorded-streams.js';
import { bareStreamOf, streamFrom, streamOf } from '../support/streams.js';

/** What came of a stream: `whole`, `cut` with a partial message that is right, or what is wrong. */
async function outcome(stream: MessageStream, { message }: RecordedStream): Promise<string> {
  try {
    return JSON.stringify(await stream.finalMessage()) === JSON.stringify(message)
      ? 'whole'
      : 'another message';
  } catch (error) {
    if (!isStreamError(error) || error.reason !== 'cut') return `${error}`;
    if (error.partial === undefined) return 'cut without a partial';
    return isPrefix(withoutUsage(error.partial), message)
      ? 'cut'
      : `no prefix: ${JSON.stringify(error.partial)}`;
  }
}

type Open = (pieces: Iterable<Uint8Array>) => MessageStream;

/** Cuts a stream at these offsets, and expects that it shows. */
async function expectCutsToShow(
  stream: RecordedStream,
  offsets: Iterable<number>,
  open: Open,
): Promise<void> {
  const text = Buffer.from(stream.bytes).toString('latin1');
  // Where the JSON ends of the first event that says something, and that of `message_stop`.
  const beginning = /^[\s\S]*?\ndata:.*(content_block_start|message_delta).*/.exec(text)?.[0] ?? '';
  const begun = beginning.trimEnd().length;
  const complete = text.lastIndexOf('}') + 1;
  for (const offset of offsets) {
    const found = await outcome(open([stream.bytes.subarray(0, offset)]), stream);
    const expected = offset >= complete ? 'whole' : offset >= begun ? 'cut' : 'cut without a partial';
    if (found !== expected) throw new Error(`${stream.id} cut at ${offset} is ${found}, not ${expected}`);
  }
}

function everyOffset({ bytes }: RecordedStream): number[] {
  return Array.from({ length: bytes.length + 1 }, (_, offset) => offset);
}

describeWithFixtures('AT-1.5 a recorded stream that is cut', () => {
  const streams = wholeStreams();
  const richest = streams
    .filter(({ bytes }) => bytes.length < 6000)
    .sort((left, right) => richness(right) - richness(left) || left.bytes.length - right.bytes.length)
    .slice(0, 10);

  test.each(richest.map((stream) => [stream.id, stream] as const))(
    'at any byte (%s) is the whole message or a cut whose partial is a prefix of it',
    async (_id, stream) => {
      await expectCutsToShow(stream, everyOffset(stream), streamOf);
    },
  );

  test('between any two events, or anywhere else, shows', async () => {
    const random = seededRandom(20261122);
    for (const stream of streams.filter((one) => !richest.includes(one))) {
      const anywhere = Array.from({ length: 100 }, () => pick(random, stream.bytes.length + 1));
      await expectCutsToShow(stream, [...eventBoundaries(stream), ...anywhere], bareStreamOf);
    }
  });

  test('over a real socket, by the end of the connection or of the body, shows', async () => {
    const random = seededRandom(7);
    for (const stream of richest) {
      const head = stream.bytes.subarray(0, stream.bytes.length - 100 - pick(random, 200));
      const server = await serveFaults(
        async (exchange) => {
          await exchange.startUnframed();
          await exchange.send(head);
          exchange.finish();
        },
        async (exchange) => {
          await exchange.startChunked();
          await exchange.sendChunk(head);
          await exchange.endChunks();
        },
      );
      expect(await outcome(streamFrom(server.url), stream)).toBe('cut');
      expect(await outcome(streamFrom(server.url), stream)).toBe('cut');
    }
  });
});
