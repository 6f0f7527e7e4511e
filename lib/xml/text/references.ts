import { isLegalCodePoint } from './characters.js';

/**
 * Writes a text so that reading it gives the same characters back, in any XML reader: a raw carriage return
 * would come back as a line feed.
 */
export function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

const ampersandOrNumber = /&(?:amp|#(\d+)|#x([\da-fA-F]+));/g;

/**
 * Resolves references, each exactly once: `&amp;lt;` is the text `&lt;`.
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
  if (!source.includes('&')) return source;
  // These four give characters that are part of no reference, so one replacement cannot feed the next.
  // `replaceAll` takes a fifth of the time of a callback for each: it matters at 10 MB of source code.
  const resolved = source
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'");
  if (!resolved.includes('&#')) return resolved.replaceAll('&amp;', '&');
  // An ampersand may begin what looks like another reference: this pass does not look at its own output.
  return resolved.replace(ampersandOrNumber, (reference, decimal?: string, hexadecimal?: string) => {
    if (decimal === undefined && hexadecimal === undefined) return '&';
    const codePoint = decimal === undefined ? Number.parseInt(`${hexadecimal}`, 16) : Number(decimal);
    if (!isLegalCodePoint(codePoint)) refuse(reference, source.indexOf(reference));
    return String.fromCodePoint(codePoint);
  });
}
