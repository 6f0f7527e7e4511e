import type { BodyReader } from './read-body.js';

/** One line of a body, without its line break. */
export interface Line {
  readonly text: string;
  /** Whether a line break ends it. The last line of a body may have none, and neither has a line that was cut off. */
  readonly isEnded: boolean;
}

/**
 * Splits a body into lines while it arrives, and keeps no more of it than one piece and one line. The connection is
 * closed at the end, after an error, and when the loop is left early.
 *
 * @param first the first piece of the body, if it has been read already.
 * @param overflow creates the error for a line of more than `limit` characters.
 */
export async function* readLines(
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
