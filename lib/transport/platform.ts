import type { ApiError } from '../errors/api-error.js';

/** A call of the Claude API as it goes to a platform: what of it a platform changes. */
export interface PlatformCall {
  readonly method: string;
  /** From the root of the API, such as `/v1/messages`; then from the base URL of the platform. */
  readonly path: string;
  readonly json: unknown;
  /** A copy that belongs to this call. */
  readonly headers: Headers;
}

/**
 * Where Claude is reached another way than through the Claude API: what changes in a request and in its answer. What
 * signs a request is a part of the credential, see `Identity`.
 */
export interface Platform {
  /** As its vendor writes it, `Amazon Bedrock`: the subject of its refusals. */
  readonly name: string;
  /** The header of an answer that says its request id. */
  readonly requestId: string;
  /** The call as the platform takes it. @throws {ValidationError} For what the platform lacks. */
  adapt(call: PlatformCall): PlatformCall;
  /** The answer as the Claude API would have written it: its stream as server-sent events, its error as JSON. */
  receive?(response: Response): Response;
  /** Whether another credential, or another signature, would be taken. Without it: after a 401. */
  isUnauthorized?(error: ApiError): boolean;
}
