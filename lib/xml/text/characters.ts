/**
 * What no XML 1.0 document can hold, not even as a reference: control characters but tab, line feed and carriage
 * return, halves of a surrogate pair, U+FFFE and U+FFFF (https://www.w3.org/TR/xml/#charsets).
 */
const illegal =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Where the first character stands that XML cannot hold; -1 when there is none. */
export function illegalCharacter(text: string): number {
  return text.search(illegal);
}

/** Puts the replacement character, U+FFFD, in the place of each character that XML cannot hold. */
export function replaceIllegalCharacters(text: string): string {
  return text.replace(new RegExp(illegal, 'g'), '\uFFFD');
}

/** Whether a character reference may name this code point. */
export function isLegalCodePoint(codePoint: number): boolean {
  return codePoint <= 0x10ffff && !illegal.test(String.fromCodePoint(codePoint));
}

/** `U+0000`, as a message shows a character that a terminal would not. */
export function nameOfCharacter(text: string, at: number): string {
  const codePoint = text.codePointAt(at) ?? 0;
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}
