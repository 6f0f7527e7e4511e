import type { Problem } from '../errors/validation-error.js';
import type { SchemaIssue, StandardSchema } from './standard-schema.js';

/** The value that a schema returns, or all its problems. */
export type Checked =
  | { readonly value: unknown; readonly problems?: undefined }
  | { readonly problems: readonly Problem[] };

/**
 * Checks a value with the library of its schema. Returns a promise if the schema is asynchronous, or, with zod, if a
 * function in it throws.
 */
export function checkStandard(schema: StandardSchema, value: unknown): Checked | Promise<Checked> {
  const result = schema['~standard'].validate(value);
  if (!(result instanceof Promise)) return toChecked(result);
  const verdict = result.then(toChecked);
  // A synchronous caller ignores the promise, and its rejection must not end the process.
  verdict.catch(() => {});
  return verdict;
}

type Result = { readonly value?: unknown; readonly issues?: readonly SchemaIssue[] | undefined };

function toChecked({ value, issues }: Result): Checked {
  if (issues === undefined) return { value };
  return { problems: issues.map(({ message, path }) => ({ path: dotted(path), rule: 'schema', message })) };
}

function dotted(path: SchemaIssue['path'] = []): string {
  return path.map((part) => String(typeof part === 'object' ? part.key : part)).join('.');
}
