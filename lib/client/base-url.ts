import { ValidationError } from '../errors/validation-error.js';

/**
 * Checks a base URL. A path is kept, for gateways; a `/v1` at its end is dropped, since every path of the API
 * begins with it.
 *
 * @throws {ValidationError} When it is no URL, is not HTTP, or has parts that a base URL cannot have. `variable`, the
 * environment variable that it comes from, is named with its value, without what may be a secret.
 */
export function baseUrlOf(text: string | URL, variable?: string): URL {
  const { href } = URL.canParse(String(text)) ? new URL(text) : { href: '' };
  if (!BASE_URL.test(href)) {
    // As a rule without the text itself: people put keys there.
    const subject = variable ? `${variable} is ${shown(`${text}`)}, which` : 'the base URL';
    const message = `${subject} is not an address like https://api.anthropic.com, without user, ? and #`;
    throw new ValidationError([{ path: 'baseUrl', rule: 'base-url', message }]);
  }
  return new URL(href.replace(/(\/v1)?\/*$/, ''));
}

/** On one line, without user, query and key; what does not look like an address may be a key. */
function shown(text: string): string {
  const isAddress = /[.:/]/.test(text);
  return JSON.stringify(isAddress ? text.replace(/\/\/[^/]*@|[?#].*|sk-ant-[\w-]*/gs, '***') : '***');
}

const BASE_URL = /^https?:\/\/[^/@]+\/[^?#]*$/;
