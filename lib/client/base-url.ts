import { ValidationError } from '../errors/validation-error.js';

/**
 * Checks a base URL. A path is kept, for gateways; a `/v1` at its end is dropped, since every path of the API
 * begins with it.
 *
 * @throws {ValidationError} When it is no URL, is not HTTP, or has parts that a base URL cannot have.
 */
export function baseUrlOf(text: string | URL): URL {
  const url = URL.canParse(String(text)) ? new URL(text) : undefined;
  if (
    url === undefined ||
    !/^https?:$/.test(url.protocol) ||
    url.username + url.password + url.search + url.hash
  ) {
    // Without the text itself: people put keys there.
    const message =
      'the base URL is not an HTTP address as in https://api.anthropic.com, without user, password, ? and #';
    throw new ValidationError([{ path: 'baseUrl', rule: 'base-url', message }]);
  }
  url.pathname = url.pathname.replace(/(\/v1)?\/*$/, '');
  return url;
}
