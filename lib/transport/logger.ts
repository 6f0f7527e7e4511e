import type { HttpRequest } from './middleware.js';
import { redactHeaders } from './redact.js';

/** Where log lines go. `console` is one; so are pino and winston. No line shows a key; bodies come at `debug` only. */
export interface Logger {
  readonly debug: (message: string) => void;
  readonly info: (message: string) => void;
  readonly warn: (message: string) => void;
  readonly error: (message: string) => void;
}

/** A request in full, but for its secrets. */
export function describeRequest({ method, url, headers, body }: HttpRequest): string {
  const text = typeof body === 'string' ? ` ${body}` : '';
  return `${method} ${url} ${JSON.stringify(redactHeaders(headers))}${text}`;
}
