import type { Problem } from '../errors/validation-error.js';
import type { SchemaIssue, StandardSchema } from './standard-schema.js';

/** What a schema makes of a value, or all that it has against it. */
export type Checked =
  | { readonly value: unknown; readonly problems?: undefined }
  | { readonly problems: readonly Problem[] };

/**
 * Checks a value by the library of its schema; a promise where the schema has to wait for its verdict, or, with zod,
 * where a function in it throws.
 */
export function checkStandard(schema: StandardSchema, value: unknown): Checked | Promise<Checked> {
  const result = schema['~standard'].validate(value);
  if (!(result instanceof Promise)) return toChecked(result);
  const verdict = result.then(toChecked);
  // Who cannot wait leaves the promise, and what it rejects with must not end the process.
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
