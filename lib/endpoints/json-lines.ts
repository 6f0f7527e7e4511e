import { isObject } from '../base/is-object.js';
import { parseJson } from '../base/parse-json.js';
import { errorIn } from '../transport/api-errors.js';
import type { TextLines } from './text-lines.js';

/**
 * The objects of JSON Lines. Blank lines are left out. A last line that is cut off is an error, and so is a line that
 * is no object; a line that holds an error of the API is thrown as that.
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
