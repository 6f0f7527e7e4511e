import type { MessagesRequest } from '../../lib/index.js';

/** A body as a program without types sends it: no builder has seen it, and no rule. */
export function unchecked(body: unknown): MessagesRequest {
  return body as MessagesRequest;
}
