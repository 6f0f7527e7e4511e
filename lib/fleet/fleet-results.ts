import type { Problem } from '../errors/validation-error.js';
import type { MessageBody } from '../wire/message-body.js';

/** Why a job failed. */
export interface FleetFailure {
  readonly custom_id: string;
  readonly error: {
    /** The name of the error, such as `ApiError` or `ValidationError`. */
    readonly name: string;
    readonly message: string;
    /** The problems of the request, with paths. */
    readonly problems?: readonly Problem[] | undefined;
    readonly status?: number | undefined;
    readonly type?: string | undefined;
  };
}

/** The one result of a job, in the form of a batch result. */
export interface FleetResult {
  readonly custom_id: string;
  readonly result:
    | { readonly type: 'succeeded'; readonly message: MessageBody }
    | { readonly type: 'errored'; readonly error: FleetFailure['error'] };
}

/** The progress of a fleet. */
export interface FleetProgress {
  readonly total: number;
  readonly succeeded: number;
  readonly failed: number;
  /** Jobs that are running. */
  readonly active: number;
  readonly waiting: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** The cost of the answers at list prices, as far as these are known. */
  readonly usd: number;
  /** Whether the budget is spent, so that no job starts. */
  readonly isOverBudget: boolean;
}
