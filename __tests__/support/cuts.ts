import { isStreamError } from '../../lib/errors/guards.js';
import type { MessageStream } from '../../lib/stream/message-stream.js';
import { isPrefix, withoutUsage } from './prefix.js';
import type { RecordedStream } from './recorded-streams.js';

/** How reading a stream ended: `whole`, `cut` with a correct partial message, or a description of the mistake. */
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
      : `not a prefix: ${JSON.stringify(error.partial)}`;
  }
}

type Open = (pieces: Iterable<Uint8Array>) => MessageStream;

/** Cuts a stream at each offset and expects an error, except after the JSON of `message_stop`. */
export async function expectCutsToBeReported(
  stream: RecordedStream,
  offsets: Iterable<number>,
  open: Open,
): Promise<void> {
  const text = Buffer.from(stream.bytes).toString('latin1');
  // A partial message exists from the end of the first block or `message_delta`, or of a repeated `message_start`.
  const content = /^[\s\S]*?\ndata:.*(content_block_start|message_delta).*/.exec(text)?.[0] ?? '';
  const again =
    /^[\s\S]*?\ndata:.*message_start.*[\s\S]*?\ndata:.*message_start.*/.exec(text)?.[0] ?? content;
  const begun = Math.min(content.trimEnd().length, again.trimEnd().length);
  const complete = text.lastIndexOf('}') + 1;
  for (const offset of offsets) {
    const found = await outcome(open([stream.bytes.subarray(0, offset)]), stream);
    const expected = offset >= complete ? 'whole' : offset >= begun ? 'cut' : 'cut without a partial';
    if (found !== expected) throw new Error(`${stream.id} cut at ${offset} is ${found}, not ${expected}`);
  }
}
