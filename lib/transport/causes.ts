/**
 * An error and its causes, outermost first. Not by `instanceof`: an error of another realm (jest, Electron) is read too.
 * The depth is limited, since causes can form a circle.
 */
export function causesOf(error: unknown, depth = 8): readonly object[] {
  if (typeof error !== 'object' || error === null || depth === 0) return [];
  return [error, ...causesOf(Reflect.get(error, 'cause'), depth - 1)];
}
