import { ValidationError } from '../../errors/validation-error.js';

/** A gateway passes the API's own address on; the results are fetched through the gateway all the same. */
const API = 'https://api.anthropic.com';

/**
 * The path of a batch's results, below the base URL of the client.
 *
 * @throws {ValidationError} When the results are on another host: nothing is sent there, least of all the key.
 */
export function resultsPath(resultsUrl: string, baseUrl: URL): string {
  const url = URL.canParse(resultsUrl, baseUrl) ? new URL(resultsUrl, baseUrl) : undefined;
  if (url?.origin !== baseUrl.origin && url?.origin !== API) {
    const message = `the results are at ${url?.host || 'no address'}, which is not the host of the client: nothing was sent`;
    throw new ValidationError([{ path: 'results_url', rule: 'results-on-origin', message }]);
  }
  const base = baseUrl.pathname.replace(/\/$/, '');
  const path = `${url.pathname}${url.search}`;
  return url.origin === baseUrl.origin && path.startsWith(`${base}/`) ? path.slice(base.length) : path;
}
