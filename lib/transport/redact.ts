/** Headers that carry a secret, or may: those of the API, of gateways and of clouds. */
const SECRET_HEADER =
  /(^|-)(auth|authorization|key|api-?key|secret|signature|credential)s?$|token(?!s)|cookie|^proxy-/i;

const HIDDEN = '***';

/** A shorter secret is no secret, and hiding it would garble the text around it. */
const SHORTEST_SECRET = 8;

/** Gives a text without keys. */
export type Redact = (text: string) => string;

/** A key of the API, wherever it turns up: in a URL, in an echoed body, in the text of a low-level error. */
const API_KEY = new RegExp(String.raw`${escapable('sk-ant-')}(?:[\w-]|\\{1,4}u00[0-9a-f]{2})+`, 'gi');

/** Hides every key of the API, and the secret of a client, which may be of another kind: that of a gateway. */
export function redactor(secret: string): Redact {
  // Made when it is needed: most calls have nothing to hide.
  let own: RegExp | undefined;
  return (text) => {
    const others = text.replace(API_KEY, HIDDEN);
    if (secret.length < SHORTEST_SECRET) return others;
    own ??= new RegExp(escapable(secret), 'g');
    return others.replace(own, HIDDEN);
  };
}

/**
 * A pattern for a text as it is and as JSON may write it, in a JSON string within a JSON string too: `/` as `\/`, `-` as
 * `\u002d`, `"` as `\\\"`.
 */
function escapable(text: string): string {
  return [...text]
    .map((character, at) => {
      const code = character.charCodeAt(0).toString(16).padStart(4, '0');
      const digits = code.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
      const itself = character.replace(/[^\w-]/, String.raw`\$&`);
      // In front of the text backslashes are left alone, unless they begin an escape.
      return at === 0
        ? String.raw`(?:${itself}|\\{1,4}u${digits})`
        : String.raw`\\{0,4}(?:${itself}|u${digits})`;
    })
    .join('');
}

/** The same for the texts inside a JSON value. */
export function redactJson(value: unknown, redact: Redact): unknown {
  if (value === undefined) return undefined;
  const text = JSON.stringify(value);
  const hidden = redact(text);
  if (hidden === text) return value;
  try {
    return JSON.parse(hidden);
  } catch {
    // A key behind half an escape: what is left is no JSON.
    return HIDDEN;
  }
}

/** Headers as plain data, without those that are secret. */
export function redactHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries(
    [...headers].map(([name, value]) => [name, SECRET_HEADER.test(name) ? HIDDEN : value]),
  );
}
