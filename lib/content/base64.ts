const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const codes = Uint8Array.from(alphabet, (letter) => letter.charCodeAt(0));
const padding = '='.charCodeAt(0);

/**
 * Base64 with padding, on any runtime. `Buffer` exists in Node only; `btoa` needs a string first, which is slower, and
 * creating that with one call of `fromCharCode` overflows the stack.
 */
export function encodeBase64(bytes: Uint8Array): string {
  const letters = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  let end = 0;
  for (let start = 0; start < bytes.length; start += 3) {
    // Bytes after the end count as zero; the padding below overwrites their digits.
    const word = (byte(bytes, start) << 16) | (byte(bytes, start + 1) << 8) | byte(bytes, start + 2);
    letters[end++] = byte(codes, word >> 18);
    letters[end++] = byte(codes, (word >> 12) & 63);
    letters[end++] = byte(codes, (word >> 6) & 63);
    letters[end++] = byte(codes, word & 63);
  }
  const missing = (3 - (bytes.length % 3)) % 3;
  return new TextDecoder().decode(letters.fill(padding, letters.length - missing));
}

/** Decodes the first twelve bytes of a base64 text, one character each: enough for a magic number. */
export function decodeBase64Head(text: string): string {
  try {
    return atob(text.slice(0, 16));
  } catch {
    return '';
  }
}

function byte(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0;
}
