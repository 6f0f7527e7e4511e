import type { Problem } from '../../errors/validation-error.js';
import type { JsonValue } from '../../wire/json.js';

/** A value that fits its schema, or its problem. Most problems are never shown, so the message is a function. */
export type ReadResult =
  | { readonly ok: true; readonly value: JsonValue }
  | { readonly ok: false; problems(): readonly Problem[] };

export function success(value: JsonValue): ReadResult {
  return { ok: true, value };
}

export function failure(path: string, message: () => string): ReadResult {
  return { ok: false, problems: () => [{ path, rule: 'fits-input-schema', message: message() }] };
}

/** `found` is `undefined` if the value is missing. */
export function expectedInstead(expected: string, found?: JsonValue): string {
  return `expected ${expected}, ${found === undefined ? 'but it is missing' : `got ${excerpt(found)}`}`;
}

/** Combines values if all of them fit. */
export function collect(
  results: readonly ReadResult[],
  combine: (values: readonly JsonValue[]) => JsonValue,
): ReadResult {
  if (results.some((each) => !each.ok)) {
    return { ok: false, problems: () => results.flatMap((each) => (each.ok ? [] : each.problems())) };
  }
  return success(combine(results.flatMap((each) => (each.ok ? [each.value] : []))));
}

const excerptLength = 60;

// Long enough for the model to recognize what it wrote.
function excerpt(value: JsonValue): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return JSON.stringify(text.length > excerptLength ? `${text.slice(0, excerptLength)}…` : text);
}
