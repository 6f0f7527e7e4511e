/** Headers that contain, or may contain, a secret: those of the API, of gateways and of clouds. */
const SECRET_HEADER =
  /(^|-)(auth|authorization|key|api-?key|secret|signature|credential)s?$|token(?!s)|cookie|^proxy-/i;

const HIDDEN = '***';

/** A shorter text is not a secret, and hiding it would garble messages. */
const SHORTEST_SECRET = 8;

/** Returns a text without keys. */
export type Redact = (text: string) => string;

/** Matches a Claude API key anywhere: in a URL, in an echoed body, in the text of a low-level error. */
const API_KEY = new RegExp(String.raw`${withEscapes('sk-ant-')}(?:[\w-]|\\{1,4}u00[0-9a-f]{2})+`, 'gi');

/** Hides every Claude API key, and the secret of the client, which may have another form (that of a gateway). */
export function redactor(secret: string): Redact {
  // Created on first use: most calls have nothing to hide.
  let own: RegExp | undefined;
  return (text) => {
    const others = text.replace(API_KEY, HIDDEN);
    if (secret.length < SHORTEST_SECRET) return others;
    own ??= new RegExp(withEscapes(secret), 'g');
    return others.replace(own, HIDDEN);
  };
}

/**
 * A pattern for a text and for its JSON escapes, even in a JSON string within a JSON string: `/` as `\/`, `-` as
 * `\u002d`, `"` as `\\\"`.
 */
function withEscapes(text: string): string {
  return [...text]
    .map((character, at) => {
      const code = character.charCodeAt(0).toString(16).padStart(4, '0');
      const digits = code.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
      const itself = character.replace(/[^\w-]/, String.raw`\$&`);
      // Backslashes before the text are not matched, unless they start an escape.
      return at === 0
        ? String.raw`(?:${itself}|\\{1,4}u${digits})`
        : String.raw`\\{0,4}(?:${itself}|u${digits})`;
    })
    .join('');
}

/** Redacts every string inside a JSON value. */
export function redactJson(value: unknown, redact: Redact): unknown {
  if (value === undefined) return undefined;
  const text = JSON.stringify(value);
  const hidden = redact(text);
  if (hidden === text) return value;
  try {
    return JSON.parse(hidden);
  } catch {
    // The replacement cut an escape in half, and the text is no longer valid JSON.
    return HIDDEN;
  }
}

/** Headers as a plain object, without the secret ones. */
export function redactHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries(
    [...headers].map(([name, value]) => [name, SECRET_HEADER.test(name) ? HIDDEN : value]),
  );
}
