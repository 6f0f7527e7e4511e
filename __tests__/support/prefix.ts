/**
 * Whether `part` may be `whole` before all of it has arrived: strings and lists may be shorter, unknown values are
 * `null`, and a tool input is empty until it is complete.
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

/** A message without its usage, whose counts are replaced while the message arrives. */
export function withoutUsage(message: object): object {
  const { usage: _, ...rest } = message as { usage?: unknown };
  return rest;
}
