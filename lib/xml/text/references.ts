import { isLegalCodePoint } from './characters.js';

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\r': '&#13;',
};

/**
 * Escapes a text so that any XML reader returns the same characters. A raw carriage return would be read as a line
 * feed.
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
 * Resolves each reference exactly once: `&amp;lt;` is the text `&lt;`.
 *
 * An ampersand that starts no known reference is kept. Models write `AT&T` and `?a=1&b=2` unescaped, and without a
 * document type `&T;` has no other meaning.
 *
 * `refuse` throws for a reference to a character that XML does not allow.
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
