import { describe, expect, test } from '@jest/globals';
import {
  type MessageParam,
  MessageResponse,
  MessagesRequest,
  MessagesRequestBuilder,
} from '../../lib/index.js';
import { answer, mockClient } from '../../lib/testing/index.js';

const hello = { model: 'claude-haiku-4-5', max_tokens: 9, messages: [{ role: 'user', content: 'Hi' }] };

const problemsOf = (body: object) =>
  MessagesRequest.problems(body).map(({ path, message }) => `${path}: ${message}`);

const withContent = (...content: readonly object[]) => ({ ...hello, messages: [{ role: 'user', content }] });

describe('problems() reports every problem:', () => {
  test('a body without a model is checked by every rule that needs no model', () => {
    expect(problemsOf({ max_tokens: 9, temperature: 2, messages: [], stop_sequences: [' '] })).toEqual([
      'model: a request needs a model: give the id of one, such as claude-sonnet-5-5',
      'messages: a conversation needs a turn: messages must not be empty',
      'temperature: temperature must be between 0 and 1, not 2',
      'stop_sequences.0: a stop sequence needs a character that is not white space',
    ]);
    expect(() => MessagesRequest.parse({})).toThrow('a request needs a model');
  });

  test('a body with an unknown model is checked by every rule that needs no model', () => {
    expect(problemsOf({ ...hello, model: 'claude-opus-55', temperature: 2, max_tokens: -1 })).toEqual([
      expect.stringContaining('model: clust does not know the model claude-opus-55'),
      expect.stringContaining('max_tokens: '),
      'temperature: temperature must be between 0 and 1, not 2',
    ]);
  });

  test("with unknownModels 'keep', a body with an unknown model is checked by the rules of all models", () => {
    const next = { ...hello, model: 'claude-next' };
    const keep = { unknownModels: 'keep' } as const;
    expect(MessagesRequest.parse(next, keep)).toEqual(next);
    expect(MessagesRequest.problems({ ...next, temperature: 2, max_tokens: -1 }, keep)).toMatchObject([
      { path: 'max_tokens' },
      { path: 'temperature' },
    ]);
    expect(() => MessagesRequest.parse(next)).toThrow('clust does not know the model claude-next');
  });

  test('a field of the wrong type is reported once, and the other fields are checked', () => {
    const tool = { name: 'no spaces', input_schema: { type: 'object' } };
    const body = {
      ...hello,
      max_tokens: '9',
      tools: [tool, 7],
      temperature: 2,
      messages: [...hello.messages, null],
    };
    expect(problemsOf(body)).toEqual([
      'max_tokens: max_tokens must be number',
      'tools.1: tools.1 must be object',
      'messages.1: messages.1 must be object',
      'temperature: temperature must be between 0 and 1, not 2',
      'tools.0.name: a tool name has 1 to 128 letters, digits, _ and -, not no spaces',
    ]);
  });
});

describe('a field, block, tool or role of another API is reported with its name in the Claude API:', () => {
  test.each([
    [
      withContent({ type: 'image_url', image_url: { url: 'https://example.com/a.png' } }),
      "messages.0.content.0.type: the Claude API has no block of type image_url: write { type: 'image', source: { type: 'url', url } }",
    ],
    [
      withContent({ type: 'input_text', text: 'Hi' }),
      "messages.0.content.0.type: the Claude API has no block of type input_text: write { type: 'text', text }",
    ],
    [
      { ...hello, tools: [{ type: 'function', function: { name: 'f', parameters: {} } }] },
      'tools.0: the Claude API has no tool of type function: write { name, description, input_schema }',
    ],
    [
      { ...hello, messages: [...hello.messages, { role: 'tool', tool_call_id: 'call_1', content: '15' }] },
      "messages.1.role: the Claude API has no message of role tool: write { role: 'user', content: [{ type: 'tool_result', tool_use_id, content }] }",
    ],
    [
      withContent({ type: 'text', text: 'Hi', cacheControl: { type: 'ephemeral' } }),
      'messages.0.content.0.cacheControl: write cache_control, not cacheControl',
    ],
    [
      { ...hello, tools: [{ name: 'f', inputSchema: { type: 'object' } }] },
      'tools.0.inputSchema: write input_schema, not inputSchema',
    ],
    [
      withContent({ type: 'tool_result', toolUseId: 'toolu_1' }),
      'messages.0.content.0.toolUseId: write tool_use_id, not toolUseId',
    ],
    [{ ...hello, stopSequences: ['END'] }, 'stopSequences: write stop_sequences, not stopSequences'],
    [
      { ...hello, messages: [{ role: 'user', content: 'Hi', id: 'msg_1' }] },
      'messages.0.id: a message has no field id',
    ],
  ])('%j', (body, problem) => {
    expect(problemsOf(body)).toEqual([problem]);
  });

  test('a block of an unknown type is accepted', () => {
    expect(problemsOf(withContent({ type: 'hologram', fileId: 'file_1' }))).toEqual([]);
  });
});

test('a system message may have fields that this release does not know, another message may not', () => {
  const turn = { content: 'Be brief.', visible_to: 'all' };
  const problemsAs = (role: string) =>
    problemsOf({ ...hello, messages: [...hello.messages, { role, ...turn }] });
  expect(problemsAs('system').filter((problem) => problem.includes('visible_to'))).toEqual([]);
  expect(problemsAs('user')).toEqual(['messages.1.visible_to: a message has no field visible_to']);
});

test('every field that a turn does not have is reported, and hides no problem of its content', () => {
  const row = { id: 7, role: 'user', content: [{ type: 'text' }], createdAt: 1 };
  expect(problemsOf({ ...hello, messages: [row] })).toEqual([
    'messages.0.id: a message has no field id',
    'messages.0.createdAt: a message has no field createdAt',
    'messages.0.content.0.text: messages.0.content.0.text must be text',
  ]);
});

test('unknownFields: keep sends the fields of a turn that this release does not know, and checks the rest', () => {
  const turn = { role: 'user', content: 'Hi', visible_to: 'all' };
  const keep = { unknownFields: 'keep' } as const;
  expect(MessagesRequest.parse({ ...hello, messages: [turn] }, keep).messages).toEqual([turn]);
  const broken = { ...hello, messages: [{ ...turn, content: [{ type: 'text' }] }] };
  expect(MessagesRequest.problems(broken, keep)).toMatchObject([{ path: 'messages.0.content.0.text' }]);
  const messages = [{ role: 'user', content: 'Hi' }, answer('Hello!')];
  expect(MessagesRequest.problems({ ...hello, messages }, keep)).toMatchObject([{ path: 'messages.1' }]);
});

test('an answer in place of a turn is refused, in any list of messages', async () => {
  const message = MessageResponse.from(answer('Hello!'));
  const messages: MessageParam[] = [
    { role: 'user', content: 'Hi' },
    message,
    { role: 'user', content: 'And?' },
  ];
  const sentence = 'messages.1: this is an answer: use assistant() or toMessage()';
  expect(problemsOf({ ...hello, messages })).toEqual([sentence]);
  const builder = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9);
  expect(() => builder.messages(messages).build()).toThrow(sentence);
  await expect(
    mockClient([]).createMessage({ model: 'claude-haiku-4-5', max_tokens: 9, messages }),
  ).rejects.toThrow(sentence);
});

test('the input of a tool call must be an object', () => {
  const call = (input: unknown) => ({
    ...hello,
    messages: [
      ...hello.messages,
      { role: 'assistant', content: [{ type: 'tool_use', id: 'toolu_1', name: 'f', input }] },
      { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'toolu_1' }] },
    ],
  });
  expect(problemsOf(call(null))).toEqual([
    'messages.1.content.0.input: messages.1.content.0.input must be object',
  ]);
  expect(problemsOf(call({}))).toEqual([]);
});
