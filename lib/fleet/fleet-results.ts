import type { Problem } from '../errors/validation-error.js';
import type { MessageBody } from '../wire/message-body.js';

/** Why a job has no answer. */
export interface FleetFailure {
  readonly custom_id: string;
  readonly error: {
    /** The name of the error: `ApiError`, `ValidationError` … */
    readonly name: string;
    readonly message: string;
    /** What was wrong with the request, with paths. */
    readonly problems?: readonly Problem[] | undefined;
    readonly status?: number | undefined;
    readonly type?: string | undefined;
  };
}

/** The one result of a job, in the words of a batch. */
export interface FleetResult {
  readonly custom_id: string;
  readonly result:
    | { readonly type: 'succeeded'; readonly message: MessageBody }
    | { readonly type: 'errored'; readonly error: FleetFailure['error'] };
}

/** How far a fleet has come. */
export interface FleetProgress {
  readonly total: number;
  readonly succeeded: number;
  readonly failed: number;
  /** Jobs that a worker has. */
  readonly active: number;
  readonly waiting: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** What the answers cost by list prices, as far as these are known. */
  readonly usd: number;
  /** Whether the budget is spent, so that no job starts. */
  readonly isOverBudget: boolean;
}
