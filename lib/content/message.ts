import type { AssistantContentBlock } from '../wire/blocks/assistant-content.js';
import type { SystemContentBlock } from '../wire/blocks/system-content.js';
import type { UserContentBlock } from '../wire/blocks/user-content.js';
import type { AssistantMessage, MessageParam, SystemMessage, UserMessage } from '../wire/message-param.js';
import { assertNotBlank, type NonBlankText } from './blank-text.js';
import { sentBack } from './sent-back.js';
import { toContent } from './to-blocks.js';

/** One turn of a conversation, as it is sent. */
export type Message = MessageParam;

/**
 * Creates the turns of a conversation: frozen plain objects, exactly as they are sent.
 *
 * @example
 * ```ts
 * import { Message, MessagesRequestBuilder } from 'clust';
 *
 * const request = MessagesRequestBuilder.create('claude-sonnet-5-5')
 *   .maxTokens(1024)
 *   .messages([
 *     Message.user('Where is the capital of France?'),
 *     Message.assistant('Paris.'),
 *     Message.user('And of Italy?'),
 *   ])
 *   .build();
 * ```
 */
export const Message = { user, assistant, system } as const;

/** A turn; the type keeps a literal text. */
type MessageTurn<Whole extends MessageParam, Text extends string> = [Text] extends [never]
  ? Whole
  : string extends Text
    ? Whole
    : { readonly role: Whole['role']; readonly content: Text };

/**
 * A user turn: text, a block or blocks.
 *
 * Sends `{"role": "user", "content": "…"}`, or blocks as `content`.
 *
 * @throws {ValidationError} If the text is only white space.
 * @example
 * ```ts
 * import { image, Message, text } from 'clust';
 *
 * const question = Message.user('Where is the capital of France?');
 * const other = Message.user([image('https://example.com/paris.jpg'), text('And what is this?')]);
 * ```
 */
function user<const Text extends string = never>(
  content: NonBlankText<Text> | UserContentBlock | readonly UserContentBlock[],
): MessageTurn<UserMessage, Text>;
function user(content: string | UserContentBlock | readonly UserContentBlock[]): UserMessage {
  if (typeof content === 'string') assertNotBlank(content, 'content');
  return Object.freeze({ role: 'user', content: toContent(content) });
}

/**
 * An assistant turn: text, a block, blocks, or a whole response. A response is sent back unchanged, including thinking,
 * signatures and unknown blocks. As the last turn it is a prefill, where the model allows one.
 *
 * Sends `{"role": "assistant", "content": "…"}`, or blocks as `content`.
 *
 * @example
 * ```ts
 * import { Message } from 'clust';
 *
 * const answer = Message.assistant('Paris.');
 * ```
 */
function assistant<const Text extends string = never>(
  content: Text | AssistantContentBlock | readonly AssistantContentBlock[] | AssistantMessage,
): MessageTurn<AssistantMessage, Text>;
function assistant(
  content: string | AssistantContentBlock | readonly AssistantContentBlock[] | AssistantMessage,
): AssistantMessage {
  if (isMessage(content)) return Object.freeze({ role: 'assistant', content: sentBack(content.content) });
  return Object.freeze({ role: 'assistant', content: toContent(content) });
}

/** Distinguishes a message from a block: a block has no role. */
function isMessage(content: unknown): content is AssistantMessage {
  return typeof content === 'object' && content !== null && 'role' in content;
}

/**
 * A system message within a conversation, for models that support it. The first instruction is the request's
 * `system()`.
 *
 * Sends `{"role": "system", "content": "…"}`, or blocks as `content`, and the options beside it.
 *
 * @throws {ValidationError} If the text is only white space.
 * @example
 * ```ts
 * import { Message } from 'clust';
 *
 * const reminder = Message.system('Answer in French from now on.');
 * ```
 */
function system<const Text extends string = never>(
  content: NonBlankText<Text> | SystemContentBlock | readonly SystemContentBlock[],
  options?: SystemMessageOptions,
): SystemMessage;
function system(
  content: string | SystemContentBlock | readonly SystemContentBlock[],
  options: SystemMessageOptions = {},
): SystemMessage {
  if (typeof content === 'string') assertNotBlank(content, 'content');
  return Object.freeze({ role: 'system', content: toContent(content), ...options });
}

/** The fields of a system message beside its content. Each needs a beta. */
export type SystemMessageOptions = Pick<SystemMessage, 'clear_at' | 'output_config'>;
