import type { ApiError } from '../errors/api-error.js';

/** The part of a call that a platform may change. */
export interface PlatformCall {
  readonly method: string;
  /** From the root of the API, such as `/v1/messages`; after `adapt`, from the base URL of the platform. */
  readonly path: string;
  readonly json: unknown;
  /** A copy for this call, which may be changed. */
  readonly headers: Headers;
}

/**
 * How a platform other than the Claude API changes requests and answers. Signing belongs to the credential, see
 * `Identity`.
 */
export interface Platform {
  /** The vendor's name for it, such as `Amazon Bedrock`: the subject of its error messages. */
  readonly name: string;
  /** The response header with the request id. */
  readonly requestId: string;
  /** Converts the call for the platform. @throws {ValidationError} For features that the platform lacks. */
  adapt(call: PlatformCall): PlatformCall;
  /** Converts the answer to the form of the Claude API: server-sent events for a stream, JSON for an error. */
  receive?(response: Response): Response;
  /** Whether another credential, or another signature, may be accepted. Default: after a 401. */
  isUnauthorized?(error: ApiError): boolean;
}
