import type { MessageResponse } from '../content/message-response.js';
import type { CallOptions } from '../transport/call.js';

/** The client of a pool: a `Client` of any version, or a fake one. */
export interface PoolClient {
  createMessage(request: never, options?: CallOptions): Promise<MessageResponse>;
}
