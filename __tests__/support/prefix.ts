/**
 * Whether `part` is what one sees of `whole` before it has all arrived: strings may be shorter, lists may be shorter,
 * what is not known yet is `null`, and the input of a tool is empty until it is whole.
 */
export function isPrefix(part: unknown, whole: unknown): boolean {
  if (part === null || part === whole) return true;
  if (typeof part === 'string' && typeof whole === 'string') return whole.startsWith(part);
  if (Array.isArray(part) && Array.isArray(whole)) {
    return part.length <= whole.length && part.every((item, at) => isPrefix(item, whole[at]));
  }
  if (typeof part !== 'object' || typeof whole !== 'object' || whole === null) return false;
  return Object.entries(part).every(([name, value]) => isPrefix(value, Reflect.get(whole, name)));
}

/** A message but for its usage: counts are replaced while a message arrives, and are no prefix of each other. */
export function withoutUsage(message: object): object {
  const { usage: _, ...rest } = message as { usage?: unknown };
  return rest;
}
