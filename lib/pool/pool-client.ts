import type { MessageResponse } from '../content/message-response.js';
import type { CallOptions } from '../transport/call.js';

/** What a pool needs of a client: a `Client` of any version, or a double of one. */
export interface PoolClient {
  createMessage(request: never, options?: CallOptions): Promise<MessageResponse>;
}
