import type { RateLimit } from '../wire/http.js';
import { ClustError } from './clust-error.js';
import { type ApiErrorType, isRetryableStatus } from './error-type.js';
import type { PartialMessage } from './partial-message.js';

/** What an `ApiError` is made from. */
export interface ApiErrorFacts {
  /** The call, as `POST https://api.anthropic.com/v1/messages`. */
  readonly where: string;
  readonly status: number;
  readonly type: ApiErrorType;
  /** The API's own sentence, or what stands for it. */
  readonly reason: string;
  readonly errorCode?: string | undefined;
  readonly requestId?: string | undefined;
  readonly body?: unknown;
  readonly rateLimit?: RateLimit | undefined;
  /** What the response says of a retry; without it the status decides. */
  readonly retryable?: boolean | undefined;
  readonly attempts?: number | undefined;
  readonly synthetic?: boolean | undefined;
  /** One more sentence: what to do next. */
  readonly advice?: string | undefined;
}

/**
 * The API answered with an error: as an HTTP status, or as an `error` event in the middle of a stream.
 *
 * The message names the call, the status, the type, the API's sentence and the request id. The error never holds
 * the request's headers or body.
 */
export class ApiError extends ClustError {
  /** The HTTP status; for an `error` event the status that its type stands for, see `synthetic`. */
  readonly status: number;
  /** `rate_limit_error`, `overloaded_error`, …; open. */
  readonly type: ApiErrorType;
  /** The stable code of the error, `error.details.error_code`, where the API gives one. */
  readonly errorCode: string | undefined;
  /** Quote it when you ask for support. */
  readonly requestId: string | undefined;
  /** The body as parsed JSON, or as text (at most 64 kB) when it is not JSON. */
  readonly body: unknown;
  /** How long the API asks to wait, in milliseconds. */
  readonly retryAfter: number | undefined;
  readonly rateLimit: RateLimit | undefined;
  /** Whether the same request may succeed later. Retries that the client makes by itself are behind you already. */
  readonly retryable: boolean;
  /** How many requests were sent in all. */
  readonly attempts: number;
  /** True when the status or the type was not sent but derived from the other. */
  readonly synthetic: boolean;
  /** What had arrived of the message, when the error came out of a stream. */
  readonly partial: PartialMessage | undefined;

  override get name(): 'ApiError' {
    return 'ApiError';
  }

  constructor(facts: ApiErrorFacts, options?: ErrorOptions) {
    super(sentence(facts), options);
    this.status = facts.status;
    this.type = facts.type;
    this.errorCode = facts.errorCode;
    this.requestId = facts.requestId;
    this.body = facts.body;
    this.retryAfter = facts.rateLimit?.retryAfter;
    this.rateLimit = facts.rateLimit;
    this.retryable = facts.retryable ?? isRetryableStatus(facts.status, facts.errorCode);
    this.attempts = facts.attempts ?? 1;
    this.synthetic = facts.synthetic ?? false;
    this.partial = undefined;
  }
}

function sentence({ where, status, type, reason, requestId, advice }: ApiErrorFacts): string {
  const request = requestId === undefined ? '' : ` (request ${requestId})`;
  const end = /[.!?]$/.test(reason) ? '' : '.';
  return `${where} answered ${status} ${type}: ${reason}${end}${request}${advice ? ` ${advice}` : ''}`;
}
