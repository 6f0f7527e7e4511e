import { isObject } from '../base/is-object.js';
import { messageOf } from '../base/message-of.js';
import { requestMetaOf } from '../base/request-meta.js';
import { ParseError } from '../errors/parse-error.js';
import { checkStandard } from '../schema/check-standard.js';
import { isStandardSchema } from '../schema/standard-schema.js';
import { type ReadOutput, readJsonOutput } from './read-json-output.js';

/** How to read the structured output of an answer to a request; `undefined` if the request has no output format. */
export function readOutputOf(request: unknown): ReadOutput | undefined {
  if (!isObject(request)) return undefined;
  const { output_config, output_format } = request;
  if (!output_format && !(isObject(output_config) && output_config.format)) return undefined;
  const meta = requestMetaOf(request);
  return readOutputBy(isObject(meta) ? meta.output : undefined);
}

/**
 * Reads an answer with the schema of `outputFormat()`. A schema of a library validates the JSON again, including rules
 * that the API does not enforce, and may transform it. A JSON Schema literal is enforced by the API only.
 */
function readOutputBy(schema: unknown): ReadOutput {
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
