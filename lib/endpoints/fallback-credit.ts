import { metaOf, withMeta } from '../request/request-meta.js';
import type { MessageBody } from '../wire/message-body.js';
import type { MessagesRequestBody } from '../wire/messages-request-body.js';

/**
 * Adds the fallback credit of a refusal to the next request. The API grants one to requests with the beta
 * `fallback-credit-2026-07-01`: the next model then charges the price of a cache read for what the first one had
 * cached.
 *
 * The credit applies to the same body with another model, and not together with `fallbacks`. `best_effort`: if the API
 * does not redeem it, it answers the request at the usual price.
 */
export function withCredit(
  request: MessagesRequestBody,
  refused: MessageBody | undefined,
  first: MessagesRequestBody | undefined,
): MessagesRequestBody {
  const token = refused?.stop_details?.fallback_credit_token;
  if (!token || !first || !isSameBut(request, first)) return request;
  const { fallbacks: _, ...body } = request;
  const credit = { fallback_credit_token: { token, mode: 'best_effort' as const } };
  return withMeta({ ...body, ...credit }, metaOf(request));
}

/**
 * The fields that may differ between the refused request and the one that redeems its credit. The latter has no
 * `fallbacks`.
 */
const changeableFields = new Set([
  'model',
  'max_tokens',
  'stop_sequences',
  'stream',
  'metadata',
  'service_tier',
  'fallbacks',
]);

function isSameBut(request: object, first: object): boolean {
  const names = new Set([...Object.keys(request), ...Object.keys(first)]);
  return [...names].every(
    (name) =>
      changeableFields.has(name) ||
      JSON.stringify(Reflect.get(request, name)) === JSON.stringify(Reflect.get(first, name)),
  );
}
