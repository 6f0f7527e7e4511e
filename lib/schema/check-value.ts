import { type Checked, checkStandard } from './check-standard.js';
import { matchProblems } from './match-json-schema.js';
import { isStandardSchema } from './standard-schema.js';

/** Checks the model's output with a schema: with its own library, or with clust's subset of JSON Schema. */
export function checkValue(schema: unknown, value: unknown): Checked | Promise<Checked> {
  if (isStandardSchema(schema)) return checkStandard(schema, value);
  const problems = matchProblems(schema, value);
  return problems.length > 0 ? { problems } : { value };
}
