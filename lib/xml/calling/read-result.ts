import type { Problem } from '../../errors/validation-error.js';
import type { JsonValue } from '../../wire/json.js';

/** A value that fits its schema, or what is wrong with it. Most problems are never shown, so they are described on demand. */
export type ReadResult =
  | { readonly ok: true; readonly value: JsonValue }
  | { readonly ok: false; problems(): readonly Problem[] };

export function success(value: JsonValue): ReadResult {
  return { ok: true, value };
}

export function failure(path: string, message: () => string): ReadResult {
  return { ok: false, problems: () => [{ path, rule: 'fits-input-schema', message: message() }] };
}

/** `found` is `undefined` when the value is missing. */
export function expectedInstead(expected: string, found?: JsonValue): string {
  return `expected ${expected}, ${found === undefined ? 'but it is missing' : `got ${excerpt(found)}`}`;
}

/** Combines values when each of them fits. */
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

// The model has to recognise what it wrote, not to read all of it again.
function excerpt(value: JsonValue): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return JSON.stringify(text.length > excerptLength ? `${text.slice(0, excerptLength)}…` : text);
}
