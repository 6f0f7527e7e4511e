import type { StreamError, StreamErrorReason } from '../errors/stream-error.js';
import { streamError } from '../stream/stream-errors.js';
import { errorIn } from '../transport/api-errors.js';
import type { Attempt } from '../transport/attempt.js';
import type { Call } from '../transport/call.js';
import { execute } from '../transport/execute.js';
import { type Line, readLines } from '../transport/lines.js';
import { BodyReader } from '../transport/read-body.js';
import type { TransportConfig } from '../transport/transport-config.js';

/** The longest line, in characters: far above any answer, and far below what a process can hold. */
const LONGEST = 64 * 1024 * 1024;

/** An answer that is read line by line. */
export interface TextLines {
  readonly lines: AsyncIterable<Line>;
  readonly attempt: Attempt;
  /** The error for what is wrong with the answer. */
  readonly failure: (reason: StreamErrorReason, sentence: string) => StreamError;
}

/** Makes a call whose answer is text in lines. A failure before the first bytes is retried like every other. */
export function textLines(config: TransportConfig, call: Call): Promise<TextLines> {
  return execute({ accept: 'application/binary', ...call }, config, async (response, attempt) => {
    const body = new BodyReader(response, attempt);
    const first = await body.next();
    const origin = { ...attempt, errorIn: (event: unknown) => errorIn(event, attempt) };
    const failure: TextLines['failure'] = (reason, sentence) =>
      streamError({ origin, events: 0, bytes: 0 }, reason, sentence);
    const overflow = () => failure('overflow', `a line has more than ${LONGEST} characters.`);
    body.hold();
    return { attempt, failure, lines: readLines(body, first, { limit: LONGEST, overflow }) };
  });
}
