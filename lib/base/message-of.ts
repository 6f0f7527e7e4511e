/** The message of an error of any realm or class; any other value as text. Never throws. */
export function messageOf(error: unknown): string {
  try {
    if (typeof error !== 'object' || error === null || !('message' in error)) return String(error);
    return String(error.message || ('name' in error ? error.name : error));
  } catch {
    // For example `Object.create(null)`, or a proxy, getter or `toString` that throws.
    return 'an error that cannot be printed';
  }
}
