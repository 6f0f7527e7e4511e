import { ValidationError } from '../errors/validation-error.js';

/**
 * Checks a base URL. A path is kept, for gateways; a `/v1` at its end is removed, since every path of the API begins
 * with it.
 *
 * @throws {ValidationError} If it is not a URL, is not HTTP, or has parts that a base URL cannot have. The message
 * names `variable`, the environment variable that the text comes from, with its value without possible secrets.
 */
export function baseUrlOf(text: string | URL, variable?: string): URL {
  const { href } = URL.canParse(String(text)) ? new URL(text) : { href: '' };
  if (!BASE_URL.test(href)) {
    // The message does not show the text itself, since some people paste their key there.
    const subject = variable ? `${variable} is ${shown(`${text}`)}, which` : 'the base URL';
    const message = `${subject} is not an address like https://api.anthropic.com, without user, ? and #`;
    throw new ValidationError([{ path: 'baseUrl', rule: 'base-url', message }]);
  }
  return new URL(href.replace(/(\/v1)?\/*$/, ''));
}

/** One line, without user, query and key. A text that does not look like an address may be a key, and is hidden. */
function shown(text: string): string {
  const isAddress = /[.:/]/.test(text);
  return JSON.stringify(isAddress ? text.replace(/\/\/[^/]*@|[?#].*|sk-ant-[\w-]*/gs, '***') : '***');
}

const BASE_URL = /^https?:\/\/[^/@]+\/[^?#]*$/;
