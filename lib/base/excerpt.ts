/** How many characters of an unexpected text an error shows. */
const EXCERPT_LENGTH = 200;

/** How many characters are redacted. A key that begins within the excerpt is then seen whole, and hidden. */
const REDACTED_LENGTH = 4_096;

/**
 * The beginning of a text of the server, without its keys. It is a copy: a slice would keep the whole text in memory.
 */
export function excerpt(text: string, redact: (text: string) => string): string {
  const beginning = redact(text.slice(0, REDACTED_LENGTH)).slice(0, EXCERPT_LENGTH);
  return String(JSON.parse(JSON.stringify(beginning)));
}
