/** Headers that carry a secret, or may. */
const SECRET_HEADER = /^(authorization|x-api-key|api-key|x-amz-security-token|cookie|set-cookie|proxy-.*)$/i;

/** A key of the API, wherever it turns up: in a URL, in an echoed body, in the text of a low-level error. */
const API_KEY = /sk-ant-[\w-]+/g;

const HIDDEN = '***';

/** A shorter secret is no secret, and hiding it would garble the text around it. */
const SHORTEST_SECRET = 8;

/** Gives a text without keys. */
export type Redact = (text: string) => string;

/** Hides every key of the API, and the secret of a client, which may be of another kind: that of a gateway. */
export function redactor(secret: string): Redact {
  return (text) => {
    const others = secret.length < SHORTEST_SECRET ? text : text.replaceAll(secret, HIDDEN);
    return others.replace(API_KEY, HIDDEN);
  };
}

/** The same for the texts inside a JSON value. */
export function redactJson(value: unknown, redact: Redact): unknown {
  return value === undefined ? undefined : JSON.parse(redact(JSON.stringify(value)));
}

/** Headers as plain data, without those that are secret. */
export function redactHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries(
    [...headers].map(([name, value]) => [name, SECRET_HEADER.test(name) ? HIDDEN : value]),
  );
}
