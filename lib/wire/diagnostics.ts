import type { OpenString } from './open.js';

/** Asks why the cache was missed, compared with an earlier message (or `null` for the first). */
export interface DiagnosticsParam {
  readonly previous_message_id?: string | null | undefined;
}

/** What differs from the earlier message, and what it cost. */
export interface CacheMissReason {
  readonly type: OpenString<
    | 'model_changed'
    | 'system_changed'
    | 'tools_changed'
    | 'messages_changed'
    | 'previous_message_not_found'
    | 'unavailable'
  >;
  readonly cache_missed_input_tokens?: number | undefined;
}

/** What was asked for with `diagnostics`. */
export interface Diagnostics {
  /** `null` while it is not known yet, or when nothing was missed. */
  readonly cache_miss_reason: CacheMissReason | null;
}
