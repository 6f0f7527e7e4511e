/** What an error says, of whatever realm or class; what is no error, as text. */
export function messageOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('message' in error)) return String(error);
  return String(error.message || ('name' in error ? error.name : error));
}
