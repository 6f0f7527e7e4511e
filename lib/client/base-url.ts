import { ValidationError } from '../errors/validation-error.js';

/**
 * Checks a base URL. A path is kept, for gateways; a `/v1` at its end is dropped, since every path of the API
 * begins with it.
 *
 * @throws {ValidationError} When it is no URL, is not HTTP, or has parts that a base URL cannot have.
 */
export function baseUrlOf(text: string | URL): URL {
  const { href } = URL.canParse(String(text)) ? new URL(text) : { href: '' };
  if (!BASE_URL.test(href)) {
    // Without the text itself: people put keys there.
    const message = 'the base URL is not an address like https://api.anthropic.com, without user, ? and #';
    throw new ValidationError([{ path: 'baseUrl', rule: 'base-url', message }]);
  }
  return new URL(href.replace(/(\/v1)?\/*$/, ''));
}

const BASE_URL = /^https?:\/\/[^/@]+\/[^?#]*$/;
