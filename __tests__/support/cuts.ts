import { isStreamError } from '../../lib/errors/guards.js';
import type { MessageStream } from '../../lib/stream/message-stream.js';
import { isPrefix, withoutUsage } from './prefix.js';
import type { RecordedStream } from './recorded-streams.js';

/** What came of a stream: `whole`, `cut` with a partial message that is right, or what is wrong. */
export async function outcome(stream: MessageStream, { message }: RecordedStream): Promise<string> {
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
export async function expectCutsToShow(
  stream: RecordedStream,
  offsets: Iterable<number>,
  open: Open,
): Promise<void> {
  const text = Buffer.from(stream.bytes).toString('latin1');
  // Where the JSON ends of the first event that says something, or says it again, and that of `message_stop`.
  const saying = /^[\s\S]*?\ndata:.*(content_block_start|message_delta).*/.exec(text)?.[0] ?? '';
  const again = /^[\s\S]*?\ndata:.*message_start.*[\s\S]*?\ndata:.*message_start.*/.exec(text)?.[0] ?? saying;
  const begun = Math.min(saying.trimEnd().length, again.trimEnd().length);
  const complete = text.lastIndexOf('}') + 1;
  for (const offset of offsets) {
    const found = await outcome(open([stream.bytes.subarray(0, offset)]), stream);
    const expected = offset >= complete ? 'whole' : offset >= begun ? 'cut' : 'cut without a partial';
    if (found !== expected) throw new Error(`${stream.id} cut at ${offset} is ${found}, not ${expected}`);
  }
}
