import { ConnectionError } from '../errors/connection-error.js';
import type { FailedAttempt } from './to-failure.js';

/**
 * Refuses an answer that points elsewhere: following it would carry the prompt, and with some statuses the key, to
 * a host that nobody configured. Node shows a redirect as it is, browsers as an opaque one without status or target.
 */
export function refuseRedirect(response: Response, { where, number: attempts }: FailedAttempt): void {
  const { status, type, headers } = response;
  if (type !== 'opaqueredirect' && (status < 300 || status > 399)) return;
  const target = hostOf(headers.get('location') ?? '', where);
  throw new ConnectionError(
    `${where} redirects to ${target}, which is not followed: key and prompt go to the configured host only. Check the base URL.`,
    { phase: 'headers', retryable: false, attempts },
  );
}

function hostOf(location: string, where: string): string {
  const base = where.slice(where.indexOf(' ') + 1);
  return location !== '' && URL.canParse(location, base) ? new URL(location, base).host : 'another place';
}
