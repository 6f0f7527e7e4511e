import type * as Beta from '@anthropic-ai/sdk/resources/beta/messages';
import type * as Official from '@anthropic-ai/sdk/resources/messages';
import { expect, test } from '@jest/globals';
import {
  type ContentBlock,
  type ContentBlockParam,
  type CustomTool,
  type MessageBody,
  type MessageParam,
  type MessageStreamEvent,
  MessagesRequest,
  type MessagesRequestBody,
  MessagesRequestBuilder,
  type Mutable,
  type ToolParam,
  type ToolResultBlockParam,
  type UserMessage,
} from '../../lib/index.js';
import type { UnknownType } from '../../lib/wire/open.js';
import { type Equal, expectType } from '../support/types.js';

type ByType<Union, Type> = Extract<Union, { readonly type: Type }>;
type TypesOf<Union> = Union extends { readonly type: infer Type extends string }
  ? UnknownType extends Type
    ? never
    : Type
  : never;
type Shared<Theirs, Ours> = TypesOf<Theirs> & TypesOf<Ours>;

/** The types in `Theirs` that are not assignable to `Ours`. */
type NotTaken<Theirs, Ours> = {
  [Type in TypesOf<Theirs>]: ByType<Theirs, Type> extends Ours ? never : Type;
}[TypesOf<Theirs>];

/** The types in both unions whose form in `Ours` is not assignable to `Theirs`. */
type NotGiven<Theirs, Ours> = {
  [Type in Shared<Theirs, Ours>]: Mutable<ByType<Ours, Type>> extends Theirs ? never : Type;
}[Shared<Theirs, Ours>];

/** Blocks with a field that clust types as an open union, such as an error code or the name of a server tool. */
type OpenBlocks =
  | 'bash_code_execution_tool_result'
  | 'code_execution_tool_result'
  | 'server_tool_use'
  | 'text_editor_code_execution_tool_result'
  | 'tool_search_tool_result'
  | 'web_fetch_tool_result'
  | 'web_search_tool_result';

test('the clust types accept every block, tool, message and event of the official SDK, including its beta types', () => {
  expectType<Equal<NotTaken<Official.ContentBlockParam, ContentBlockParam>, never>>();
  expectType<Equal<NotTaken<Beta.BetaContentBlockParam, ContentBlockParam>, never>>();
  expectType<Equal<NotTaken<Official.ToolUnion, ToolParam>, never>>();
  expectType<Equal<NotTaken<Beta.BetaToolUnion, ToolParam>, never>>();
  expectType<Equal<NotTaken<Official.ContentBlock, ContentBlock>, never>>();
  expectType<Equal<NotTaken<Beta.BetaContentBlock, ContentBlock>, never>>();
  expectType<Equal<NotTaken<Official.RawMessageStreamEvent, MessageStreamEvent>, never>>();
  expectType<Equal<NotTaken<Beta.BetaRawMessageStreamEvent, MessageStreamEvent>, never>>();
  const takes = (
    message: Official.MessageParam | Beta.BetaMessageParam,
    body: Official.MessageCreateParamsNonStreaming | Beta.MessageCreateParamsNonStreaming,
    answer: Official.Message | Beta.BetaMessage,
  ): [MessageParam, MessagesRequestBody, MessageBody] => [message, body, answer];
  expect(takes).toHaveLength(3);
});

test('the types of the official SDK accept the clust types, except blocks with an open field', () => {
  expectType<Equal<NotGiven<Official.ToolUnion, ToolParam>, never>>();
  expectType<Equal<NotGiven<Beta.BetaToolUnion, ToolParam>, never>>();
  expectType<Equal<NotGiven<Official.ContentBlockParam, ContentBlockParam>, OpenBlocks>>();
  expectType<
    Equal<NotGiven<Beta.BetaContentBlockParam, ContentBlockParam>, OpenBlocks | 'advisor_tool_result'>
  >();
  // The official SDK requires two fields that a response may leave out: citations of a text, and caller of a tool_use.
  expectType<Equal<NotGiven<Official.ContentBlock, ContentBlock>, OpenBlocks | 'text' | 'tool_use'>>();
  const gives = (
    turn: Mutable<UserMessage>,
    tool: Mutable<CustomTool>,
    result: Mutable<ToolResultBlockParam>,
  ): [Beta.BetaMessageParam, Official.Tool, Official.ToolResultBlockParam] => [turn, tool, result];
  expect(gives).toHaveLength(3);
});

const stored: { who: 'user' | 'assistant'; text: string }[] = [
  { who: 'user', text: 'Hello' },
  { who: 'assistant', text: 'Hello!' },
  { who: 'user', text: 'How are you?' },
];

test('messages() accepts turns that a program maps from stored data', () => {
  const messages: MessageParam[] = stored.map(({ who, text }) => ({
    role: who,
    content: [{ type: 'text', text }],
  }));
  const { messages: sent } = MessagesRequestBuilder.create('claude-haiku-4-5')
    .maxTokens(64)
    .messages(messages)
    .build();
  expect(sent).toEqual(messages);
});

test('the run-time check refuses a block in a turn of the wrong role', () => {
  const messages: MessageParam[] = [
    { role: 'user', content: [{ type: 'tool_use', id: 'toolu_1', name: 'a', input: {} }] },
  ];
  const problems = MessagesRequest.problems({ model: 'claude-haiku-4-5', max_tokens: 64, messages });
  expect(problems).toMatchObject([{ rule: 'block-roles', path: 'messages.0.content.0' }]);
});

test('a builder accepts turns and tools of the official SDK', () => {
  const turns: Official.MessageParam[] = [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }];
  const tools: Official.Tool[] = [{ name: 'now', input_schema: { type: 'object' } }];
  const request = MessagesRequestBuilder.create('claude-haiku-4-5')
    .maxTokens(64)
    .messages(turns)
    .tools(...tools)
    .build();
  expect(request).toMatchObject({ messages: turns, tools });
});

test('Mutable makes every level of a value writable', () => {
  const turn: Mutable<MessageParam> = { role: 'user', content: [{ type: 'text', text: 'Hi' }] };
  turn.content = [];
  turn.content.push({ type: 'text', text: 'Hello' });
  const kept: MessageParam = turn;
  expect(kept.content).toHaveLength(1);
});
