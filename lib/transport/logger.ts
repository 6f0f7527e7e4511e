import { ConnectionError } from '../errors/connection-error.js';
import type { HttpRequest } from './middleware.js';
import { type Redact, redactHeaders } from './redact.js';

/** Where log lines go. `console` is one; so are pino and winston. */
export interface Logger {
  readonly debug: (message: string) => void;
  readonly info: (message: string) => void;
  readonly warn: (message: string) => void;
  readonly error: (message: string) => void;
}

/** Writes lines of one call. No line shows a key; bodies are shown at `debug` only. */
export type Log = (level: keyof Logger, message: string) => void;

export function logThrough(logger: Logger | undefined, redact: Redact): Log {
  return (level, message) => {
    try {
      logger?.[level](redact(message));
    } catch (cause) {
      const facts = { phase: 'headers', retryable: false } as const;
      throw new ConnectionError(`the logger threw at: ${redact(message)}`, facts, { cause });
    }
  };
}

/** A request in full, but for its secrets. */
export function describeRequest({ method, url, headers, body }: HttpRequest): string {
  const text = typeof body === 'string' ? ` ${body}` : '';
  return `${method} ${url} ${JSON.stringify(redactHeaders(headers))}${text}`;
}
