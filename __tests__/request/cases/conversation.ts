import { refused } from './refused-case.js';

export const conversation = [
  ...refused('conversation', [
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).build()",
      sentence: 'build() needs user()',
      path: 'messages',
      at: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9)",
    },
  ]),
  ...refused('blank-text', [
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
      code: "MessagesRequestBuilder.create('claude-opus-5-5').maxTokens(9).user('Hi').assistant('{').build()",
      sentence: 'claude-opus-5-5 takes no prefill: end the conversation with user()',
      path: 'messages.1',
      at: "MessagesRequestBuilder.create('claude-opus-5-5').maxTokens(9).user('Hi').assistant('{')",
    },
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').assistant('Answer: ').build()",
      sentence: 'a prefill must not end in white space',
      path: 'messages.1',
      at: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').assistant('Answer: ')",
    },
  ]),
];
