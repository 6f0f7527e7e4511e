import { metaOf, withMeta } from '../request/request-meta.js';
import type { MessageBody } from '../wire/message-body.js';
import type { MessagesRequestBody } from '../wire/messages-request-body.js';

/**
 * The request with the credit that came with the refusal before it. The API gives one to requests that ask for it by a beta,
 * `fallback-credit-2026-07-01`: the next model then pays the price of a cache read for what the first one had cached.
 *
 * It holds for the same body under another model, and not beside `fallbacks`. `best_effort`: where the API does not
 * redeem it, the request is answered at the usual price.
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

/** What may differ between the request that was refused and the one that redeems its credit; the latter has no `fallbacks`. */
const free = new Set([
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
      free.has(name) ||
      JSON.stringify(Reflect.get(request, name)) === JSON.stringify(Reflect.get(first, name)),
  );
}
