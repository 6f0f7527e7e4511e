import type { StreamError, StreamErrorReason } from '../errors/stream-error.js';
import { streamError } from '../stream/stream-errors.js';
import { errorIn } from '../transport/api-errors.js';
import type { Attempt } from '../transport/attempt.js';
import type { Call } from '../transport/call.js';
import { execute } from '../transport/execute.js';
import { BodyReader } from '../transport/read-body.js';
import type { TransportConfig } from '../transport/transport-config.js';

/** The longest line, in characters: far longer than any answer, and far shorter than what fits in memory. */
const MAX_LINE_LENGTH = 64 * 1024 * 1024;

/** One line of a body, without its line break. */
export interface Line {
  readonly text: string;
  /** Whether a line break ends it. The last line of a body may have none, and neither has a line that was cut off. */
  readonly isEnded: boolean;
}

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

/**
 * Splits a body into lines while it arrives, and keeps no more of it than one piece and one line. The connection is
 * closed at the end, after an error, and when the loop is left early.
 *
 * @param first the first piece of the body, if it has been read already.
 * @param overflow creates the error for a line of more than `limit` characters.
 */
async function* readLines(
  body: BodyReader,
  first: Uint8Array | undefined,
  { limit, overflow }: { readonly limit: number; readonly overflow: () => Error },
): AsyncGenerator<Line, void> {
  const decoder = new TextDecoder();
  // The start of an incomplete line. The pieces are joined once: a growing string would be copied for each piece.
  let pieces: string[] = [];
  let length = 0;
  try {
    for (let chunk = first; chunk !== undefined; chunk = await body.next()) {
      const text = decoder.decode(chunk, { stream: true });
      let from = 0;
      for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', from)) {
        pieces.push(text.slice(from, end));
        yield { text: pieces.join(''), isEnded: true };
        [pieces, length, from] = [[], 0, end + 1];
      }
      pieces.push(text.slice(from));
      length += text.length - from;
      if (length > limit) throw overflow();
    }
    pieces.push(decoder.decode());
    yield { text: pieces.join(''), isEnded: false };
  } finally {
    body.cancel();
  }
}
