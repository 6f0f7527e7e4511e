import type { Problem } from '../../errors/validation-error.js';
import type { JsonValue } from '../../wire/json.js';

/** A value that fits its schema, or all that is wrong with it: put into words only when asked, for most of it is not. */
export type Fit =
  | { readonly fits: true; readonly value: JsonValue }
  | { readonly fits: false; problems(): readonly Problem[] };

export function fitting(value: JsonValue): Fit {
  return { fits: true, value };
}

export function misfit(path: string, message: () => string): Fit {
  return { fits: false, problems: () => [{ path, rule: 'fits-input-schema', message: message() }] };
}

/** `found` is absent when nothing is there. */
export function expectedInstead(expected: string, found?: JsonValue): string {
  return `expected ${expected}, ${found === undefined ? 'but it is missing' : `got ${excerpt(found)}`}`;
}

/** Puts values together when each of them fits. */
export function collect(fits: readonly Fit[], combine: (values: readonly JsonValue[]) => JsonValue): Fit {
  if (fits.some((each) => !each.fits)) {
    return { fits: false, problems: () => fits.flatMap((each) => (each.fits ? [] : each.problems())) };
  }
  return fitting(combine(fits.flatMap((each) => (each.fits ? [each.value] : []))));
}

const excerptLength = 60;

// The model has to recognise what it wrote, not to read all of it again.
function excerpt(value: JsonValue): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return JSON.stringify(text.length > excerptLength ? `${text.slice(0, excerptLength)}…` : text);
}
