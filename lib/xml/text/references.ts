import { isLegalCodePoint } from './characters.js';

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\r': '&#13;',
};

/**
 * Writes a text so that reading it gives the same characters back, in any XML reader: a raw carriage return
 * would come back as a line feed.
 */
export function escapeText(text: string): string {
  return text.replace(/[&<>\r]/g, (character) => references[character] ?? character);
}

const characters: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
};

/**
 * Resolves references in one pass, so each exactly once: `&amp;lt;` is the text `&lt;`.
 *
 * An ampersand that begins no known reference stays as it is. Models write `AT&T` and `?a=1&b=2` as they are,
 * and there is no document type that could give `&T;` another meaning.
 *
 * `refuse` throws for a reference to a character that XML cannot hold.
 */
export function resolveReferences(
  source: string,
  refuse: (reference: string, offset: number) => never,
): string {
  return source.replace(/&(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);/g, (reference, offset: number) => {
    const character = characters[reference];
    if (character !== undefined) return character;
    const digits = reference.slice(2, -1);
    const codePoint = digits.startsWith('x') ? Number.parseInt(digits.slice(1), 16) : Number(digits);
    return isLegalCodePoint(codePoint) ? String.fromCodePoint(codePoint) : refuse(reference, offset);
  });
}
