import type { Problem } from '../../errors/validation-error.js';
import type { JsonValue } from '../../wire/json.js';

/** A value that fits its schema, or all that is wrong with it. */
export type Fit =
  | { readonly fits: true; readonly value: JsonValue }
  | { readonly fits: false; readonly problems: readonly Problem[] };

export function fitting(value: JsonValue): Fit {
  return { fits: true, value };
}

/** `found` is absent when nothing is there. */
export function misfit(path: readonly string[], expected: string, found?: JsonValue): Fit {
  const got = found === undefined ? 'but it is missing' : `got ${excerpt(found)}`;
  const problem = {
    path: path.join('.'),
    rule: 'fits-input-schema',
    message: `expected ${expected}, ${got}`,
  };
  return { fits: false, problems: [problem] };
}

/** Puts values together when each of them fits. */
export function collect(fits: readonly Fit[], combine: (values: readonly JsonValue[]) => JsonValue): Fit {
  const problems = fits.flatMap((each) => (each.fits ? [] : each.problems));
  if (problems.length > 0) return { fits: false, problems };
  return fitting(combine(fits.flatMap((each) => (each.fits ? [each.value] : []))));
}

const excerptLength = 60;

// The model has to recognise what it wrote, not to read all of it again.
function excerpt(value: JsonValue): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return JSON.stringify(text.length > excerptLength ? `${text.slice(0, excerptLength)}…` : text);
}
