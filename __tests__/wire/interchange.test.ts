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

/** The types of theirs that ours do not take. */
type NotTaken<Theirs, Ours> = {
  [Type in TypesOf<Theirs>]: ByType<Theirs, Type> extends Ours ? never : Type;
}[TypesOf<Theirs>];

/** The types of ours that theirs do not take, of those that both name. */
type NotGiven<Theirs, Ours> = {
  [Type in Shared<Theirs, Ours>]: Mutable<ByType<Ours, Type>> extends Theirs ? never : Type;
}[Shared<Theirs, Ours>];

/** Blocks with a word that clust leaves open, such as an error code or the name of a server tool. */
type OpenBlocks =
  | 'bash_code_execution_tool_result'
  | 'code_execution_tool_result'
  | 'server_tool_use'
  | 'text_editor_code_execution_tool_result'
  | 'tool_search_tool_result'
  | 'web_fetch_tool_result'
  | 'web_search_tool_result';

test('clust takes every block, tool, answer and event of the official SDK, of the beta too', () => {
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

test('the official SDK takes what clust names, where its words are not closed', () => {
  expectType<Equal<NotGiven<Official.ToolUnion, ToolParam>, never>>();
  expectType<Equal<NotGiven<Beta.BetaToolUnion, ToolParam>, never>>();
  expectType<Equal<NotGiven<Official.ContentBlockParam, ContentBlockParam>, OpenBlocks>>();
  expectType<
    Equal<NotGiven<Beta.BetaContentBlockParam, ContentBlockParam>, OpenBlocks | 'advisor_tool_result'>
  >();
  // An answer leaves out what the official SDK says is always there: the citations of a text, the caller of a call.
  expectType<Equal<NotGiven<Official.ContentBlock, ContentBlock>, OpenBlocks | 'text' | 'tool_use'>>();
  const gives = (
    turn: Mutable<UserMessage>,
    tool: Mutable<CustomTool>,
    result: Mutable<ToolResultBlockParam>,
  ): [Beta.BetaMessageParam, Official.Tool, Official.ToolResultBlockParam] => [turn, tool, result];
  expect(gives).toHaveLength(3);
});

const stored: { who: 'user' | 'assistant'; said: string }[] = [
  { who: 'user', said: 'Hello' },
  { who: 'assistant', said: 'Hello!' },
  { who: 'user', said: 'How are you?' },
];

test('turns that a program maps are a conversation', () => {
  const messages: MessageParam[] = stored.map(({ who, said }) => ({
    role: who,
    content: [{ type: 'text', text: said }],
  }));
  const { messages: sent } = MessagesRequestBuilder.create('claude-haiku-4-5')
    .maxTokens(64)
    .messages(messages)
    .build();
  expect(sent).toEqual(messages);
});

test('which blocks are in whose turn is checked at run time', () => {
  const messages: MessageParam[] = [
    { role: 'user', content: [{ type: 'tool_use', id: 'toolu_1', name: 'a', input: {} }] },
  ];
  const problems = MessagesRequest.problems({ model: 'claude-haiku-4-5', max_tokens: 64, messages });
  expect(problems).toMatchObject([{ rule: 'block-roles', path: 'messages.0.content.0' }]);
});

test('a turn of the official SDK goes into a builder', () => {
  const turns: Official.MessageParam[] = [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }];
  const tools: Official.Tool[] = [{ name: 'now', input_schema: { type: 'object' } }];
  const request = MessagesRequestBuilder.create('claude-haiku-4-5')
    .maxTokens(64)
    .messages(turns)
    .tools(...tools)
    .build();
  expect(request).toMatchObject({ messages: turns, tools });
});

test('what is mutable can be written to, at every depth', () => {
  const turn: Mutable<MessageParam> = { role: 'user', content: [{ type: 'text', text: 'Hi' }] };
  turn.content = [];
  turn.content.push({ type: 'text', text: 'Hello' });
  const kept: MessageParam = turn;
  expect(kept.content).toHaveLength(1);
});
