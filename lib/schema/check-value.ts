import { type Checked, checkStandard } from './check-standard.js';
import { matchProblems } from './match-json-schema.js';
import { isStandardSchema } from './standard-schema.js';

/** Checks what the model wrote by the schema that was given: by its own library, or as far as JSON Schema is read here. */
export function checkValue(schema: unknown, value: unknown): Checked | Promise<Checked> {
  if (isStandardSchema(schema)) return checkStandard(schema, value);
  const problems = matchProblems(schema, value);
  return problems.length > 0 ? { problems } : { value };
}
