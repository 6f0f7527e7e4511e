import type { OpenString } from './open.js';

/** Why the model stopped. */
export type StopReason = OpenString<
  | 'end_turn'
  | 'max_tokens'
  | 'stop_sequence'
  | 'tool_use'
  | 'pause_turn'
  | 'refusal'
  | 'model_context_window_exceeded'
  | 'compaction'
>;

/** The topic of a refused request. */
export type RefusalCategory = OpenString<
  'cyber' | 'bio' | 'frontier_llm' | 'reasoning_extraction' | 'general_harms'
>;

/** More about a stop. Currently this is always a refusal. */
export interface StopDetails {
  readonly type: OpenString<'refusal'>;
  readonly category?: RefusalCategory | null | undefined;
  readonly explanation?: string | null | undefined;
  readonly fallback_credit_token?: string | null | undefined;
  readonly fallback_has_prefill_claim?: boolean | null | undefined;
  readonly recommended_model?: string | null | undefined;
}
