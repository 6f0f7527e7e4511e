import { isObject } from '../base/is-object.js';
import type { Usage } from '../wire/usage.js';

/**
 * Adds up the usage of several answers: counts are added, lists are joined, and for all other fields the last answer
 * counts.
 */
export function sumUsage(sum: Usage | undefined, usage: Usage): Usage {
  // The result has all fields of both.
  return sum === undefined ? usage : (add(sum, usage) as Usage);
}

function add(left: unknown, right: unknown): unknown {
  if (typeof left === 'number' && typeof right === 'number') return left + right;
  if (Array.isArray(left) && Array.isArray(right)) return [...left, ...right];
  if (!isObject(left) || !isObject(right)) return right ?? left;
  const sum: Record<string, unknown> = { ...left };
  for (const [field, value] of Object.entries(right)) sum[field] = add(left[field], value);
  return sum;
}
