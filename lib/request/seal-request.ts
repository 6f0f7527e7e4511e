import type { MessagesRequestBody } from '../wire/messages-request-body.js';
import type { Draft } from './draft/draft.js';
import { type RequestMeta, withMeta } from './request-meta.js';

/** Creates the request of a draft without problems, with its metadata, and with the fields that no rule examines. */
export function sealRequest(
  { body, spec }: Draft,
  meta: RequestMeta,
  extra: object = {},
): MessagesRequestBody {
  // A defined model may have another id, so the beta that it needs is added here, not where the body is sent. It is
  // needed for any speed, since the betas of a thread must not change and a later request may set a speed.
  const hasBeta = spec?.fast === 'beta' || spec?.fast === 'ignored';
  const fast = hasBeta && (body.speed || body.thread) ? ['fast-mode-2026-02-01'] : [];
  // A draft without problems has all required fields.
  const whole = { ...body, ...extra } as MessagesRequestBody;
  const betas = Object.freeze([...new Set([...fast, ...meta.betas])]);
  return withMeta(whole, { ...meta, betas, spec });
}
