/** How much of an unexpected text an error shows. */
const LENGTH = 200;

/** Enough for a key that begins within the excerpt to be seen whole, and so hidden. */
const LOOKED_AT = 4_096;

/** The beginning of a text of the other side, without its keys. A copy: a slice would keep all of the text in memory. */
export function excerpt(text: string, redact: (text: string) => string): string {
  const beginning = redact(text.slice(0, LOOKED_AT)).slice(0, LENGTH);
  return String(JSON.parse(JSON.stringify(beginning)));
}
