import type { ContentBlock } from '../wire/blocks/content-block.js';
import type { TextBlock } from '../wire/blocks/text-block.js';
import type { MessageBody } from '../wire/message-body.js';

/** A tool call of an answer. The id is generated if it is left out. */
export interface AnsweredToolUse {
  readonly type: 'tool_use';
  readonly id?: string | undefined;
  readonly name: string;
  readonly input: unknown;
}

/** A block of an answer. */
export type AnswerBlock = ContentBlock | AnsweredToolUse;

/** Any other field of the answer. Each has a default. */
export type AnswerOptions = Partial<Omit<MessageBody, 'type' | 'role' | 'content'>>;

/**
 * Creates the body of an answer, as `POST /v1/messages` returns it.
 *
 * Text becomes one text block. A `tool_use` block without an id gets one. Defaults: `stop_reason` is `'tool_use'` if
 * the answer calls a tool, else `'end_turn'`; `model` is `'claude-sonnet-5-5'`, and the fake APIs of `clust/testing`
 * send the model of the request instead; `usage` has ten input tokens, and one output token per four characters.
 *
 * @example
 * ```ts
 * import { answer } from 'clust/testing';
 *
 * const plain = answer('The capital of France is Paris.');
 * const call = answer([{ type: 'tool_use', name: 'get_weather', input: { city: 'Paris' } }]);
 * const cutOff = answer('The capital of', { stop_reason: 'max_tokens' });
 * ```
 */
export function answer(
  content: string | AnswerBlock | readonly AnswerBlock[],
  options: AnswerOptions = {},
): MessageBody {
  const blocks = blocksOf(content).map(withId);
  const callsTool = blocks.some(({ type }) => type === 'tool_use');
  const body: MessageBody = {
    id: 'msg_test',
    type: 'message',
    role: 'assistant',
    model: 'claude-sonnet-5-5',
    content: blocks,
    stop_reason: callsTool ? 'tool_use' : 'end_turn',
    stop_sequence: null,
    usage: { input_tokens: 10, output_tokens: Math.ceil(JSON.stringify(content).length / 4) },
    ...options,
  };
  if (options.model === undefined) withoutModel.add(body);
  return body;
}

/** The answers that were created without a model. */
const withoutModel = new WeakSet<MessageBody>();

/** The answer to a request to a model: it has this model, unless it was created with another one. */
export function answerOf(body: MessageBody, model: string | undefined): MessageBody {
  return model !== undefined && withoutModel.has(body) ? { ...body, model } : body;
}

function blocksOf(content: string | AnswerBlock | readonly AnswerBlock[]): readonly AnswerBlock[] {
  if (typeof content === 'string') return [{ type: 'text', text: content } satisfies TextBlock];
  return isList(content) ? content : [content];
}

function isList(content: AnswerBlock | readonly AnswerBlock[]): content is readonly AnswerBlock[] {
  return Array.isArray(content);
}

/** The id is derived from the block's position, so that the answer is the same in every run. */
function withId(block: AnswerBlock, index: number): ContentBlock {
  return block.type === 'tool_use' ? { ...block, id: toolUseId(block, index) } : (block as ContentBlock);
}

function toolUseId(block: AnswerBlock, index: number): string {
  return 'id' in block && typeof block.id === 'string' ? block.id : `toolu_test_${index}`;
}
