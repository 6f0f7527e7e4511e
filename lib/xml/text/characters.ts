/**
 * Characters that no XML 1.0 document can contain, not even as a reference: control characters except tab, line feed
 * and carriage return, unpaired surrogates, U+FFFE and U+FFFF (https://www.w3.org/TR/xml/#charsets).
 */
const illegal =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** The index of the first character that XML does not allow; -1 if there is none. */
export function illegalCharacter(text: string): number {
  return text.search(illegal);
}

/** Replaces each character that XML does not allow by U+FFFD. */
export function replaceIllegalCharacters(text: string): string {
  return text.replace(new RegExp(illegal, 'g'), '\uFFFD');
}

/** Whether a character reference to this code point is allowed. */
export function isLegalCodePoint(codePoint: number): boolean {
  return codePoint <= 0x10ffff && !illegal.test(String.fromCodePoint(codePoint));
}

/** `U+0000`, for a message about a character that a terminal would not show. */
export function nameOfCharacter(text: string, at: number): string {
  const codePoint = text.codePointAt(at) ?? 0;
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}
