import { type Problem, ValidationError } from '../errors/validation-error.js';
import { checkStrictSchema, strictSchema } from '../request/rules/strict-schema.js';
import { checkValue } from '../schema/check-value.js';
import { closeSchema } from '../schema/narrow-schema.js';
import { toJsonSchema } from '../schema/to-json-schema.js';
import type { ToolInputSchema } from '../wire/tools/custom-tool.js';

const PATH = 'input_schema';

/**
 * The `input_schema` of a schema. With `strict` every object in it is closed.
 *
 * @throws {ValidationError} If the API would refuse the schema, with the path of each wrong keyword.
 */
export function toInputSchema(schema: unknown, name: string, strict: boolean): ToolInputSchema {
  const json = toJsonSchema(schema, PATH);
  if (json.type !== 'object') {
    const message = `the input of a tool is an object: give ${name} a schema of type object`;
    throw new ValidationError([{ path: `${PATH}.type`, rule: 'schema', message }]);
  }
  if (!strict) return { ...json, type: 'object' };
  const closed = closeSchema(json);
  const problems: Problem[] = [];
  checkStrictSchema(closed, PATH, (path, message) => {
    problems.push({ path, rule: strictSchema.id, message });
  });
  if (problems.length > 0) throw new ValidationError(problems);
  return { ...closed, type: 'object' };
}

/** @throws {ValidationError} If an example does not fit the schema: the API refuses it. */
export function assertExamples(schema: unknown, examples: readonly unknown[] = []): void {
  const problems: Problem[] = [];
  examples.forEach((example, index) => {
    const checked = checkValue(schema, example);
    // An asynchronous schema cannot check examples here.
    if (checked instanceof Promise) return;
    for (const problem of checked.problems ?? []) {
      const path = ['input_examples', index, problem.path].filter((part) => part !== '').join('.');
      problems.push({ ...problem, path });
    }
  });
  if (problems.length > 0) throw new ValidationError(problems);
}
