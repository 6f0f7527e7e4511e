import type { AssistantContentBlock } from './blocks/assistant-content.js';
import type { SystemContentBlock } from './blocks/system-content.js';
import type { UserContentBlock } from './blocks/user-content.js';
import type { Effort } from './output-config.js';

/** A user turn: the user's content, or results of your tools. */
export interface UserMessage {
  readonly role: 'user';
  readonly content: string | readonly UserContentBlock[];
}

/** An assistant turn. */
export interface AssistantMessage {
  readonly role: 'assistant';
  readonly content: string | readonly AssistantContentBlock[];
}

/** A system message within a conversation. The first instruction is the request's `system`. */
export interface SystemMessage {
  readonly role: 'system';
  /** May be left out if there is an `output_config`. */
  readonly content?: string | readonly SystemContentBlock[] | undefined;
  /** How long the model sees it. Beta `mid-conversation-system-clear-at-2026-08-21`. */
  readonly clear_at?: 'next_user_message' | 'never' | null | undefined;
  /** The effort from this point on. Beta `mid-conversation-output-config-2026-07-01`. */
  readonly output_config?: { readonly effort?: Effort | null | undefined } | null | undefined;
}

/**
 * A turn of either role, for programs that map or store messages. The compiler cannot tell which blocks belong to which
 * role, so `build()` checks it.
 */
export interface TurnMessage {
  readonly role: 'user' | 'assistant';
  readonly content: string | readonly ContentBlockParam[];
}

/** A block of any message. */
export type ContentBlockParam = UserContentBlock | AssistantContentBlock | SystemContentBlock;

/** One message of a conversation, as it is sent: any `UserMessage`, `AssistantMessage` or `SystemMessage`. */
export type MessageParam = TurnMessage | SystemMessage;
