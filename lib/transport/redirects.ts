import { ConnectionError } from '../errors/connection-error.js';

/**
 * Refuses an answer that points elsewhere: following it would carry the prompt, and with some statuses the key, to
 * a host that nobody configured. Node shows a redirect as it is, browsers as an opaque one without status or target.
 */
export function refuseRedirect({ status, type, headers }: Response, where: string): void {
  if (type !== 'opaqueredirect' && (status < 300 || status > 399)) return;
  const [, base] = where.split(' ');
  const target = headers.get('location');
  const host = target && URL.canParse(target, base) ? new URL(target, base).host : 'another place';
  throw new ConnectionError(`${where} redirects to ${host}, which is not followed. Check the base URL.`, {
    phase: 'headers',
    retryable: false,
  });
}
