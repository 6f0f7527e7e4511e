import type { Cacheable } from '../cache-control.js';
import type { OpenString, UnknownVariant } from '../open.js';

/** Advice in plain text. */
export interface AdvisorResult {
  readonly type: 'advisor_result';
  readonly text: string;
  readonly stop_reason?: string | null | undefined;
}

/** Advice that only the model can read. */
export interface AdvisorRedactedResult {
  readonly type: 'advisor_redacted_result';
  readonly encrypted_content: string;
  readonly stop_reason?: string | null | undefined;
}

export type AdvisorErrorCode = OpenString<
  | 'max_uses_exceeded'
  | 'prompt_too_long'
  | 'too_many_requests'
  | 'overloaded'
  | 'unavailable'
  | 'execution_time_exceeded'
  | 'model_not_found'
>;

/** Why there is no advice. */
export interface AdvisorToolResultError {
  readonly type: 'advisor_tool_result_error';
  readonly error_code: AdvisorErrorCode;
}

/** The answer of the advisor model. Beta `advisor-tool-2026-03-01`. */
export interface AdvisorToolResultBlock {
  readonly type: 'advisor_tool_result';
  readonly tool_use_id: string;
  readonly content: AdvisorResult | AdvisorRedactedResult | AdvisorToolResultError | UnknownVariant;
}

/** An `advisor_tool_result` block, sent back. */
export interface AdvisorToolResultBlockParam extends AdvisorToolResultBlock, Cacheable {}
