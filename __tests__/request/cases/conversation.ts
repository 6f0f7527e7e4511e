import { refused } from './refused-case.js';

export const conversation = [
  ...refused('conversation', [
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).build()",
      sentence: 'build() needs user()',
      path: 'messages',
      at: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9)",
    },
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).messages([]).build()",
      sentence: 'a conversation needs a turn: messages must not be empty',
      path: 'messages',
      at: '[]',
    },
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user([]).build()",
      sentence: 'a turn needs content: give it text or a block',
      path: 'messages.0.content',
      at: '[]',
    },
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').assistant('').user('Hello?').build()",
      sentence: 'a turn needs content: give it text or a block',
      path: 'messages.1.content',
    },
    {
      code: "MessagesRequest.parse({ model: 'claude-haiku-4-5', max_tokens: 9, messages: Array(100_001).fill({ role: 'user', content: 'Hi' }) })",
      sentence: 'a conversation has at most 100000 turns, not 100001',
      path: 'messages',
    },
  ]),
  ...refused('blank-text', [
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user(rawBlock({ type: 'text', text: '' })).build()",
      sentence: 'text must contain a character that is not white space',
      path: 'messages.0.content.0.text',
    },
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('').build()",
      sentence: 'text must contain a character that is not white space',
      path: 'messages.0.content',
      at: "''",
    },
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user([{ type: 'text', text: ' \\n' }]).build()",
      sentence: 'text must contain a character that is not white space',
      path: 'messages.0.content.0.text',
      at: 'text',
    },
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).system(' ').user('Hi').build()",
      sentence: 'text must contain a character that is not white space',
      path: 'system',
      at: "' '",
    },
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user([{ type: 'search_result', source: 'https://example.com', title: 'Home', content: [{ type: 'text', text: '' }] }]).build()",
      sentence: 'text must contain a character that is not white space',
      path: 'messages.0.content.0.content.0.text',
      at: 'content',
    },
  ]),
  ...refused('stop-sequence', [
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').stopSequences('END', '   ').build()",
      sentence: 'a stop sequence needs a character that is not white space',
      path: 'stop_sequences.1',
      at: "'   '",
    },
  ]),
  ...refused('prefill', [
    {
      code: "MessagesRequestBuilder.create('claude-opus-5-5').maxTokens(9).messages([{ role: 'user', content: 'Hi' }]).messages([{ role: 'assistant', content: '{' }]).build()",
      sentence: 'claude-opus-5-5 takes no prefill: end the conversation with user()',
      path: 'messages.0',
      at: 'MessagesRequestBuilder',
    },
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(4096).thinking({ type: 'enabled', budget_tokens: 1024 }).user('Hi').assistant('{').build()",
      sentence: 'with thinking enabled there is no prefill: end the conversation with user()',
      path: 'messages.1',
      at: 'MessagesRequestBuilder',
    },
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).messages([{ role: 'user', content: 'Hi' }, { role: 'assistant', content: [{ type: 'text', text: '{' }] }]).outputFormat({ type: 'object' }).build()",
      sentence: 'with an output format there is no prefill: end the conversation with user()',
      path: 'messages.1',
      at: 'MessagesRequestBuilder',
    },
    {
      code: "MessagesRequestBuilder.create('claude-opus-5-5').maxTokens(9).user('Hi').assistant('{').build()",
      sentence: 'claude-opus-5-5 takes no prefill: end the conversation with user()',
      path: 'messages.1',
      at: "MessagesRequestBuilder.create('claude-opus-5-5').maxTokens(9).user('Hi').assistant('{')",
    },
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').assistant('Answer: ').build()",
      sentence: 'a prefill must not end in white space: trim it',
      path: 'messages.1',
      at: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').assistant('Answer: ')",
    },
  ]),
];
