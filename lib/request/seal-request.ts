import type { MessagesRequestBody } from '../wire/messages-request-body.js';
import type { Draft } from './draft/draft.js';
import { type RequestMeta, withMeta } from './request-meta.js';

/** The body of a draft that has no problem, with what goes along and the fields that no rule looks at. */
export function sealRequest(
  { body, spec }: Draft,
  meta: RequestMeta,
  extra: object = {},
): MessagesRequestBody {
  // The model may go by another name, so what it needs is known here and not where the body is sent. It needs it for
  // any speed; the betas of a thread must not change, and its next request may name a speed.
  const hasBeta = spec?.fast === 'beta' || spec?.fast === 'ignored';
  const fast = hasBeta && (body.speed || body.thread) ? ['fast-mode-2026-02-01'] : [];
  // There is no problem, so no required field is missing.
  const whole = { ...body, ...extra } as MessagesRequestBody;
  const betas = Object.freeze([...new Set([...fast, ...meta.betas])]);
  return withMeta(whole, { ...meta, betas, spec });
}
