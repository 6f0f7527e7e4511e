import { ConnectionError } from '../errors/connection-error.js';
import type { HttpRequest } from './middleware.js';
import { redact, redactHeaders } from './redact.js';

/** Where log lines go. `console` is one; so are pino and winston. */
export interface Logger {
  readonly debug: (message: string) => void;
  readonly info: (message: string) => void;
  readonly warn: (message: string) => void;
  readonly error: (message: string) => void;
}

/** Writes to the logger of a client, if there is one. No line shows a key; bodies are shown at `debug` only. */
export function log(logger: Logger | undefined, level: keyof Logger, message: string): void {
  try {
    logger?.[level](redact(message));
  } catch (cause) {
    const facts = { phase: 'headers', retryable: false } as const;
    throw new ConnectionError(`the logger threw at: ${redact(message)}`, facts, { cause });
  }
}

/** A request in full, but for its secrets. */
export function logRequest(logger: Logger | undefined, { method, url, headers, body }: HttpRequest): void {
  if (logger === undefined) return;
  const text = typeof body === 'string' ? ` ${body}` : '';
  log(logger, 'debug', `${method} ${url} ${JSON.stringify(redactHeaders(headers))}${text}`);
}
