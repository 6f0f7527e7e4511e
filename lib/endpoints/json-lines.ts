import { isObject } from '../base/is-object.js';
import { parseJson } from '../base/parse-json.js';
import { errorIn } from '../transport/api-errors.js';
import type { TextLines } from './text-lines.js';

/**
 * The objects of JSON Lines, without blank lines. Throws for a last line that is cut off, and for a line that is not an
 * object. If a line contains an API error, that error is thrown.
 */
export async function* jsonLines({
  lines,
  attempt,
  failure,
}: TextLines): AsyncGenerator<Readonly<Record<string, unknown>>, void> {
  let number = 0;
  for await (const { text, isEnded } of lines) {
    number += 1;
    if (text.trim() === '') continue;
    const value = parseJson(text);
    if (!isObject(value)) {
      if (!isEnded && value === undefined) throw failure('cut', `the answer breaks off in line ${number}.`);
      throw failure('malformed', `line ${number} is not a JSON object.`);
    }
    if (value.type === 'error') throw errorIn(value, attempt);
    yield value;
  }
}
