import type { OpenString } from './open.js';

/** Asks why the cache was missed, compared with an earlier message (or `null` for the first). */
export interface DiagnosticsParam {
  readonly previous_message_id?: string | null | undefined;
}

/** The difference to the earlier message, and its cost. */
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

/** The answer to `diagnostics`. */
export interface Diagnostics {
  /** `null` if it is not known yet, or the cache was not missed. */
  readonly cache_miss_reason: CacheMissReason | null;
}
