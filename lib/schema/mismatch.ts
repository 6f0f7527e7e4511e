import type { Problem } from '../errors/validation-error.js';
import { typeOf } from './type-of.js';

/** A problem at a path. If the valid types or values can be listed, it has them, with values as JSON. */
export interface Mismatch extends Problem, Listed {}

interface Listed {
  readonly types?: readonly unknown[];
  readonly values?: readonly string[];
}

export function problem(path: string, message: string): Problem {
  return { path, rule: 'schema', message };
}

/** A value that is none of the listed ones. */
export function mismatch(path: string, value: unknown, listed: Listed): Mismatch {
  const { types = [], values = [] } = listed;
  const message =
    types.length > 0
      ? `must be ${[...values, ...types].join(' or ')}, not ${typeOf(value)}`
      : `must be one of ${values.join(', ')}`;
  return { ...problem(path, message), ...listed };
}

/**
 * The problem of a value that matches no alternative. It uses the alternative that was probably meant: with the value's
 * type, and with its `const`. If there is none, it lists what all alternatives accept.
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
  // Reports the alternative that matched furthest.
  const [furthest = []] = [...(meant.length > 0 ? meant : ofItsType)].sort(
    (left, right) => depth(right) - depth(left) || left.length - right.length,
  );
  return furthest;
}

/** Merges the problems at a path into one. */
function merged(path: string, value: unknown, attempts: readonly (readonly Mismatch[])[]): Mismatch {
  const here = attempts.flat().filter((each) => each.path === path);
  const types = [...new Set(here.flatMap((each) => each.types ?? []))];
  const values = [...new Set(here.flatMap((each) => each.values ?? []))];
  return mismatch(path, value, { ...(types.length > 0 && { types }), ...(values.length > 0 && { values }) });
}

const hasValues = ({ values }: Mismatch) => values !== undefined;

const isListed = (each: Mismatch) => each.types !== undefined || hasValues(each);

const depth = ([first]: readonly Mismatch[]) => first?.path.split('.').length ?? 0;
