import type { RateLimit } from '../wire/http.js';
import { ClustError } from './clust-error.js';
import { type ApiErrorType, isRetryableStatus } from './error-type.js';
import type { PartialMessage } from './partial-message.js';

/** The facts of an `ApiError`. */
export interface ApiErrorFacts {
  /** The call, as `POST https://api.anthropic.com/v1/messages`. */
  readonly where: string;
  readonly status: number;
  readonly type: ApiErrorType;
  /** The API's own sentence, or a substitute. */
  readonly reason: string;
  readonly apiMessage?: string | undefined;
  readonly errorCode?: string | undefined;
  readonly requestId?: string | undefined;
  readonly body?: unknown;
  readonly rateLimit?: RateLimit | undefined;
  /** From the response's headers. Default: the status decides. */
  readonly retryable?: boolean | undefined;
  readonly attempts?: number;
  readonly synthetic?: boolean;
  /** One more sentence for the message: what to do next. */
  readonly advice?: string | undefined;
}

/**
 * The API answered with an error: as an HTTP status, or as an `error` event of a stream.
 *
 * The message names the call, the status, the type, the API's sentence and the request id. The error never holds
 * the request's headers or body.
 */
export class ApiError extends ClustError {
  /** The HTTP status. For an `error` event it is derived from the type, see `synthetic`. */
  declare readonly status: number;
  /** For example `rate_limit_error` or `overloaded_error`. New types may be added. */
  declare readonly type: ApiErrorType;
  /**
   * The API's own sentence, `error.message` of the body, without URL, request id or key. `undefined` if the answer has
   * none, such as the HTML page of a proxy.
   */
  declare readonly apiMessage: string | undefined;
  /** The stable code of the error, `error.details.error_code`, if the API sends one. */
  declare readonly errorCode: string | undefined;
  /** Quote it when you contact support. */
  declare readonly requestId: string | undefined;
  /** The body as parsed JSON, or as text (at most 64 kB) when it is not JSON. */
  declare readonly body: unknown;
  /** How long the API asks to wait, in milliseconds. */
  declare readonly retryAfter: number | undefined;
  declare readonly rateLimit: RateLimit | undefined;
  /** Whether the same request may succeed later. The client has already made its own retries. */
  declare readonly retryable: boolean;
  /** How many requests were sent in all. */
  declare readonly attempts: number;
  /** True if the status or the type was derived from the other. */
  declare readonly synthetic: boolean;
  /** The message so far, if the error arrived during a stream. */
  declare readonly partial: PartialMessage | undefined;

  override get name(): 'ApiError' {
    return 'ApiError';
  }

  constructor({ where, reason, advice, ...facts }: ApiErrorFacts, options?: ErrorOptions) {
    const { status, type, errorCode, requestId, rateLimit } = facts;
    const sentences = [
      `${where} answered ${status} ${type}: ${reason}${/[.!?]$/.test(reason) ? '' : '.'}`,
      requestId && `(request ${requestId})`,
      advice,
    ];
    super(
      sentences.filter(Boolean).join(' '),
      {
        synthetic: false,
        attempts: 1,
        partial: undefined,
        apiMessage: undefined,
        ...facts,
        retryAfter: rateLimit?.retryAfter,
        retryable: facts.retryable ?? isRetryableStatus(status, errorCode),
      },
      options,
    );
  }
}
