import { isObject } from '../base/is-object.js';

/** What an image costs, whatever its size: the API scales larger ones down to about this. */
const IMAGE = 1_600;

/** About how many tokens some JSON is: one per four characters of text, and a flat sum for each image. */
export function estimateTokens(value: unknown): number {
  if (typeof value === 'string') return Math.ceil(value.length / 4);
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + estimateTokens(item), 0);
  if (!isObject(value)) return 1;
  if (value.type === 'image') return IMAGE;
  return Object.entries(value).reduce(
    (sum, [name, field]) => sum + name.length / 4 + estimateTokens(field),
    1,
  );
}
