import type { Problem } from '../errors/validation-error.js';
import { matchProblems } from './match-json-schema.js';
import { isStandardSchema, type SchemaIssue } from './standard-schema.js';

/** What a schema makes of a value, or all that it has against it. */
export type Checked =
  | { readonly value: unknown; readonly problems?: undefined }
  | { readonly problems: readonly Problem[] };

/** Checks what the model wrote by the schema that was given: by its own library, or as far as JSON Schema is read here. */
export function checkValue(schema: unknown, value: unknown): Checked | Promise<Checked> {
  if (!isStandardSchema(schema)) {
    const problems = matchProblems(schema, value);
    return problems.length > 0 ? { problems } : { value };
  }
  const result = schema['~standard'].validate(value);
  return result instanceof Promise ? result.then(toChecked) : toChecked(result);
}

type Result = { readonly value?: unknown; readonly issues?: readonly SchemaIssue[] | undefined };

function toChecked({ value, issues }: Result): Checked {
  if (issues === undefined) return { value };
  return { problems: issues.map(({ message, path }) => ({ path: dotted(path), rule: 'schema', message })) };
}

function dotted(path: SchemaIssue['path'] = []): string {
  return path.map((part) => String(typeof part === 'object' ? part.key : part)).join('.');
}
