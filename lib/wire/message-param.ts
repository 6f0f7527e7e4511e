import type { AssistantContentBlock } from './blocks/assistant-content.js';
import type { SystemContentBlock } from './blocks/system-content.js';
import type { UserContentBlock } from './blocks/user-content.js';
import type { Effort } from './output-config.js';

/** What the user says, or what your tools answer. */
export interface UserMessage {
  readonly role: 'user';
  readonly content: string | readonly UserContentBlock[];
}

/** What the assistant said. */
export interface AssistantMessage {
  readonly role: 'assistant';
  readonly content: string | readonly AssistantContentBlock[];
}

/** An instruction in the middle of a conversation; the one that opens it is the request's `system`. */
export interface SystemMessage {
  readonly role: 'system';
  /** May be left out when `output_config` is there. */
  readonly content?: string | readonly SystemContentBlock[] | undefined;
  /** Until when the model sees it. Beta `mid-conversation-system-clear-at-2026-08-21`. */
  readonly clear_at?: 'next_user_message' | 'never' | null | undefined;
  /** The effort from here on. Beta `mid-conversation-output-config-2026-07-01`. */
  readonly output_config?: { readonly effort?: Effort | null | undefined } | null | undefined;
}

/**
 * A turn of either side, as a program maps or stores it: the compiler cannot tell which blocks are in whose turn, and
 * `build()` does.
 */
export interface TurnMessage {
  readonly role: 'user' | 'assistant';
  readonly content: string | readonly ContentBlockParam[];
}

/** A block of any message. */
export type ContentBlockParam = UserContentBlock | AssistantContentBlock | SystemContentBlock;

/** One message of a conversation, as it is sent: a `UserMessage` and an `AssistantMessage` among them. */
export type MessageParam = TurnMessage | SystemMessage;
