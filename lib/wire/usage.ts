import type { OpenString } from './open.js';

/** Tokens written to the cache, by their time to live. */
export interface CacheCreation {
  readonly ephemeral_5m_input_tokens: number;
  readonly ephemeral_1h_input_tokens: number;
}

/** How often server tools ran. */
export interface ServerToolUsage {
  readonly web_search_requests?: number | undefined;
  readonly web_fetch_requests?: number | undefined;
}

/** One step of an answer that has several: a compaction, an advisor, a fallback. */
export interface UsageIteration {
  readonly type: OpenString<'message' | 'compaction' | 'advisor_message' | 'fallback_message'>;
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly cache_creation_input_tokens?: number | undefined;
  readonly cache_read_input_tokens?: number | undefined;
  readonly cache_creation?: CacheCreation | null | undefined;
  readonly model?: string | null | undefined;
}

/** Whether a fallback credit was redeemed, and if not, why. */
export interface FallbackCreditUsage {
  readonly status: {
    readonly type: OpenString<'redeemed' | 'not_applied'>;
    readonly reason?: string | undefined;
    readonly remove_to_redeem?: readonly string[] | null | undefined;
  };
}

/**
 * The tokens of a message, as they are billed.
 *
 * `input_tokens` excludes the tokens that were read from the cache or written to it: the whole prompt is the sum of the
 * three.
 */
export interface Usage {
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly cache_creation_input_tokens?: number | null | undefined;
  readonly cache_read_input_tokens?: number | null | undefined;
  readonly cache_creation?: CacheCreation | null | undefined;
  readonly output_tokens_details?: { readonly thinking_tokens: number } | null | undefined;
  readonly server_tool_use?: ServerToolUsage | null | undefined;
  readonly service_tier?: OpenString<'standard' | 'priority' | 'batch'> | null | undefined;
  readonly inference_geo?: string | null | undefined;
  readonly speed?: OpenString<'standard' | 'fast'> | null | undefined;
  readonly iterations?: readonly UsageIteration[] | null | undefined;
  readonly fallback_credit?: FallbackCreditUsage | null | undefined;
}
