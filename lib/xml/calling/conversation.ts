import type { MessagesRequest } from '../../request/messages-request.js';
import { withMetaOf } from '../../request/request-meta.js';
import type { AssistantContentBlock } from '../../wire/blocks/assistant-content.js';
import type { MessageParam } from '../../wire/message-param.js';
import type { AnswerPart } from '../answer/answer-part.js';
import { FunctionCalls } from '../dialect/function-calls.js';
import { FunctionResults } from '../dialect/function-results.js';
import type { ReadAnswer } from './answer-reader.js';
import type { AnswerMessage } from './function-call-client.js';

/** Makes the model wait for its results. */
export const stopSequence = '</function_calls>';

/** Adds the tools to the system prompt, before its text, so that a cached prompt stays cached. */
export function withPrompt(request: MessagesRequest, prompt: string): MessagesRequest {
  const { system, stop_sequences = [], stream: _how, ...rest } = request;
  return withMetaOf(request, {
    ...rest,
    system: withPromptBefore(prompt, system),
    stop_sequences: [...new Set([...stop_sequences, stopSequence])],
  });
}

function withPromptBefore(prompt: string, system: MessagesRequest['system']): MessagesRequest['system'] {
  if (system === undefined) return prompt;
  return typeof system === 'string' ? `${prompt}\n\n${system}` : [{ type: 'text', text: prompt }, ...system];
}

export function withTurns(request: MessagesRequest, ...turns: readonly MessageParam[]): MessagesRequest {
  return withMetaOf(request, { ...request, messages: [...request.messages, ...turns] });
}

/** The assistant turn of an answer, for the next request. */
export function assistantTurn(message: AnswerMessage, answer: ReadAnswer): MessageParam {
  if (answer.hasMadeUpResults) return { role: 'assistant', content: written(answer.parts) };
  // The API accepts what it sent. Only new blocks have unknown types.
  const content = message.content as readonly AssistantContentBlock[];
  if (message.stop_sequence !== stopSequence) return { role: 'assistant', content };
  const last = content.findLastIndex(({ type }) => type === 'text');
  return {
    role: 'assistant',
    content: content.map((block, index) =>
      index === last && block.type === 'text' ? { ...block, text: block.text + stopSequence } : block,
    ),
  };
}

export function resultsTurn(results: FunctionResults): MessageParam {
  return { role: 'user', content: FunctionResults.serialize(results) };
}

function written(parts: readonly AnswerPart[]): string {
  return parts
    .map((part) => (part.type === 'prose' ? part.text : FunctionCalls.serialize({ invoke: [part.call] })))
    .join('\n')
    .trim();
}
