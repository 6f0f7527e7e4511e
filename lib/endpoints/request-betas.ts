import { metaOf } from '../request/request-meta.js';
import { requiredBetas } from '../request/required-betas.js';
import type { MessagesRequestBody } from '../wire/messages-request-body.js';

/**
 * The betas to send with a request: those that its features need, those that it was built with, and `more`.
 *
 * @param body the part of the request that is sent, if that is not all of it.
 */
export function betasOf(
  request: MessagesRequestBody,
  more: readonly string[] = [],
  body: MessagesRequestBody = request,
): readonly string[] {
  const named = [...metaOf(request).betas, ...more];
  return [...requiredBetas(body, named), ...named];
}
