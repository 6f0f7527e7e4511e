/** Headers that carry a secret, or may. */
const SECRET_HEADER = /^(authorization|x-api-key|api-key|cookie|set-cookie|proxy-.*)$/i;

/** A key of the API, wherever it turns up: in a URL, in an echoed body, in the text of a low-level error. */
const API_KEY = /sk-ant-[\w-]+/g;

const HIDDEN = '***';

/** Text without keys. */
export function redact(text: string): string {
  return text.replace(API_KEY, HIDDEN);
}

/** Headers as plain data that may be printed. */
export function redactHeaders(headers: Headers): Record<string, string> {
  const entries = [...headers].map(([name, value]) => [
    name,
    SECRET_HEADER.test(name) ? HIDDEN : redact(value),
  ]);
  return Object.fromEntries(entries);
}
