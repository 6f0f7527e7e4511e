import type { StreamError, StreamErrorReason } from '../errors/stream-error.js';
import { streamError } from '../stream/stream-errors.js';
import { errorIn } from '../transport/api-errors.js';
import type { Attempt } from '../transport/attempt.js';
import type { Call } from '../transport/call.js';
import { execute } from '../transport/execute.js';
import { type Line, readLines } from '../transport/lines.js';
import { BodyReader } from '../transport/read-body.js';
import type { TransportConfig } from '../transport/transport-config.js';

/** The longest line, in characters: far longer than any answer, and far shorter than what fits in memory. */
const MAX_LINE_LENGTH = 64 * 1024 * 1024;

/** An answer that is read line by line. */
export interface TextLines {
  readonly lines: AsyncIterable<Line>;
  readonly attempt: Attempt;
  /** Creates the error for an invalid answer. */
  readonly failure: (reason: StreamErrorReason, sentence: string) => StreamError;
}

/** Makes a call that returns lines of text. A failure before the first bytes is retried like any other. */
export function textLines(config: TransportConfig, call: Call): Promise<TextLines> {
  return execute({ accept: 'application/binary', ...call }, config, async (response, attempt) => {
    const body = new BodyReader(response, attempt);
    const first = await body.next();
    const origin = { ...attempt, errorIn: (event: unknown) => errorIn(event, attempt) };
    const failure: TextLines['failure'] = (reason, sentence) =>
      streamError({ origin, events: 0, bytes: 0 }, reason, sentence);
    const overflow = () => failure('overflow', `a line has more than ${MAX_LINE_LENGTH} characters.`);
    body.hold();
    return { attempt, failure, lines: readLines(body, first, { limit: MAX_LINE_LENGTH, overflow }) };
  });
}
