import type { Problem } from '../errors/validation-error.js';
import { typeOf } from './type-of.js';

/** What is wrong at a place; with what would be right there, where that can be listed: types, or values as JSON. */
export interface Mismatch extends Problem, Listed {}

interface Listed {
  readonly types?: readonly unknown[];
  readonly values?: readonly string[];
}

export function problem(path: string, message: string): Problem {
  return { path, rule: 'schema', message };
}

/** A value that is none of what is listed. */
export function mismatch(path: string, value: unknown, listed: Listed): Mismatch {
  const { types = [], values = [] } = listed;
  const message =
    types.length > 0
      ? `must be ${[...values, ...types].join(' or ')}, not ${typeOf(value)}`
      : `must be one of ${values.join(', ')}`;
  return { ...problem(path, message), ...listed };
}

/**
 * What is wrong with a value that fits none of some alternatives, by the one that was meant: of its type, and with the
 * `const` that the value has. Where that is none, all that they would take in its place.
 */
export function nearest(
  path: string,
  value: unknown,
  attempts: readonly (readonly Mismatch[])[],
): readonly Mismatch[] {
  const ofItsType = attempts.filter(
    (problems) => !problems.some((each) => each.path === path && isListed(each)),
  );
  if (ofItsType.length === 0) return attempts.length > 0 ? [merged(path, value, attempts)] : [];
  const meant = ofItsType.filter((problems) => !problems.some(hasValues));
  const mark = ofItsType[0]?.find(hasValues)?.path;
  const isMarked = ofItsType.every((problems) =>
    problems.some((each) => each.path === mark && hasValues(each)),
  );
  if (mark !== undefined && isMarked) return [merged(mark, undefined, ofItsType)];
  // The alternative that got furthest says more than the number of them.
  const [furthest = []] = [...(meant.length > 0 ? meant : ofItsType)].sort(
    (left, right) => depth(right) - depth(left) || left.length - right.length,
  );
  return furthest;
}

/** One problem for all that is listed at a place. */
function merged(path: string, value: unknown, attempts: readonly (readonly Mismatch[])[]): Mismatch {
  const here = attempts.flat().filter((each) => each.path === path);
  const types = [...new Set(here.flatMap((each) => each.types ?? []))];
  const values = [...new Set(here.flatMap((each) => each.values ?? []))];
  return mismatch(path, value, { ...(types.length > 0 && { types }), ...(values.length > 0 && { values }) });
}

const hasValues = ({ values }: Mismatch) => values !== undefined;

const isListed = (each: Mismatch) => each.types !== undefined || hasValues(each);

const depth = ([first]: readonly Mismatch[]) => first?.path.split('.').length ?? 0;
