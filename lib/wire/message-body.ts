import type { ContentBlock } from './blocks/content-block.js';
import type { Diagnostics } from './diagnostics.js';
import type { OpenString, UnknownVariant } from './open.js';
import type { StopDetails, StopReason } from './stop-reason.js';
import type { Usage } from './usage.js';

/** The container of the answer's code. Send it with the next request to keep its files. */
export interface ResponseContainer {
  readonly id: string;
  /** An ISO 8601 timestamp. */
  readonly expires_at: string;
  readonly skills?:
    | readonly { readonly type: string; readonly skill_id: string; readonly version: string }[]
    | null
    | undefined;
}

/** How many tool results were removed. */
export interface ClearedToolUses {
  readonly type: 'clear_tool_uses_20250919';
  readonly cleared_tool_uses: number;
  readonly cleared_input_tokens: number;
}

/** How much thinking was removed. */
export interface ClearedThinking {
  readonly type: 'clear_thinking_20251015';
  readonly cleared_thinking_turns: number;
  readonly cleared_input_tokens: number;
}

/** What context management removed from the prompt. */
export interface AppliedContextManagement {
  readonly applied_edits: readonly (ClearedToolUses | ClearedThinking | UnknownVariant)[];
}

/** A thinking block of the request that did not belong to this conversation, and what the API did with it. */
export interface InputTransformation {
  readonly type: OpenString<'thinking_dropped' | 'thinking_mismatch_allowed'>;
  readonly path: string;
  readonly reason: string;
}

/** The answer of `POST /v1/messages`. Fields that older API versions and gateways leave out are optional. */
export interface MessageBody {
  readonly id: string;
  readonly type: 'message';
  readonly role: 'assistant';
  readonly model: string;
  readonly content: readonly ContentBlock[];
  /** `null` only at the start of a stream. */
  readonly stop_reason: StopReason | null;
  /** The stop sequence that ended the answer. */
  readonly stop_sequence: string | null;
  readonly stop_details?: StopDetails | null | undefined;
  readonly usage: Usage;
  readonly container?: ResponseContainer | null | undefined;
  readonly diagnostics?: Diagnostics | null | undefined;
  readonly context_management?: AppliedContextManagement | null | undefined;
  readonly input_transformations?: readonly InputTransformation[] | null | undefined;
}
