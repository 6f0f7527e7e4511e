import { ValidationError } from '../errors/validation-error.js';

export const DEFAULT_BASE_URL = new URL('https://api.anthropic.com');

/**
 * Checks a base URL. A path is kept, for gateways; a `/v1` at its end is dropped, since every path of the API
 * begins with it.
 *
 * @throws {ValidationError} When it is no URL, is not HTTP, or has parts that a base URL cannot have.
 */
export function baseUrlOf(text: string | URL): URL {
  const url = URL.canParse(String(text)) ? new URL(text) : undefined;
  const message = refusal(url);
  if (url === undefined || message !== undefined) {
    throw new ValidationError([{ path: 'baseUrl', rule: 'base-url', message: message ?? '' }]);
  }
  url.pathname = url.pathname.replace(/(\/v1)?\/*$/, '');
  return url;
}

/** Without the text itself: people put keys there. */
function refusal(url: URL | undefined): string | undefined {
  if (url === undefined) return 'the base URL is no URL: write it in full, as in https://api.anthropic.com';
  if (!/^https?:$/.test(url.protocol)) return 'the base URL must begin with https:// or http://';
  if (url.username + url.password !== '') return 'the base URL must not carry a user or password';
  if (url.search + url.hash !== '') return 'the base URL must end with its path, without ? and #';
  return undefined;
}
