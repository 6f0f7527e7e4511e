import { messageOf } from '../base/message-of.js';
import { ParseError } from '../errors/parse-error.js';
import { checkStandard } from '../schema/check-standard.js';
import { isStandardSchema } from '../schema/standard-schema.js';
import { type ReadOutput, readJsonOutput } from './read-json-output.js';

/**
 * Reads an answer by the schema that `outputFormat()` was given. A schema of a library checks it once more, with all
 * that the API does not enforce, and makes of it what it makes of any value; a JSON Schema literal is the API's to
 * enforce.
 */
export function readOutputBy(schema: unknown): ReadOutput {
  if (!isStandardSchema(schema)) return readJsonOutput;
  return (response) => {
    const json = readJsonOutput(response);
    const invalid = (message: string, problems?: ParseError['problems'], options?: ErrorOptions) =>
      new ParseError(message, { reason: 'invalid', response, problems }, options);
    let checked: ReturnType<typeof checkStandard>;
    try {
      checked = checkStandard(schema, json);
    } catch (cause) {
      throw invalid(`the schema of the output format failed: ${messageOf(cause)}`, [], { cause });
    }
    if (checked instanceof Promise)
      throw invalid('the schema of the output format is asynchronous, or a function in it throws');
    const { problems } = checked;
    if (problems === undefined) return checked.value;
    const [{ path, message } = { path: '', message: '' }] = problems;
    const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
    throw invalid(
      `the answer does not fit its schema: ${path ? `${path}: ` : ''}${message}${more}`,
      problems,
    );
  };
}
