import { version as packageVersion } from '../version.js';
import type { Call } from './call.js';
import { assertHeaderValues, customHeaders } from './custom-headers.js';
import type { TransportConfig } from './transport-config.js';

/**
 * The headers of a call, without its credential, which `credential.ts` adds just before sending. The caller's headers
 * replace clust's of the same name; for `anthropic-beta` all betas are joined.
 */
export function headersOf(call: Call, config: TransportConfig): Headers {
  assertHeaderValues({ version: [config.version], betas: [...config.betas, ...(call.betas ?? [])] });
  const headers = new Headers({
    accept: call.accept ?? 'application/json',
    'anthropic-version': config.version,
  });
  const contentType = call.json === undefined ? call.contentType : 'application/json';
  if (contentType !== undefined) headers.set('content-type', contentType);
  if (config.browser) headers.set('anthropic-dangerous-direct-browser-access', 'true');
  // Browsers set their own user agent, and setting another one fails the CORS check.
  else headers.set('user-agent', `clust/${packageVersion}`);

  const betas = new Set([...config.betas, ...(call.betas ?? [])]);
  for (const [name, value] of [...config.headers, ...customHeaders(call.headers ?? {})]) {
    if (name === 'anthropic-beta') for (const beta of value.split(',')) betas.add(beta.trim());
    else headers.set(name, value);
  }
  betas.delete('');
  if (betas.size > 0) headers.set('anthropic-beta', [...betas].join(','));
  return headers;
}
