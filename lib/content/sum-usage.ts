import { isObject } from '../base/is-object.js';
import type { Usage } from '../wire/usage.js';

/** The usage of several answers as that of one: counts are summed, lists joined, the rest is as the last one says. */
export function sumUsage(sum: Usage | undefined, usage: Usage): Usage {
  // Fields are only added to, never taken away.
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
