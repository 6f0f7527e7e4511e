import type { MessagesRequest } from '../../lib/index.js';

/** A request as a program without types sends it: neither the compiler nor a builder has checked it. */
export function unchecked(body: unknown): MessagesRequest {
  return body as MessagesRequest;
}
