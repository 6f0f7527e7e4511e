import { refused } from './refused-case.js';

export const tokens = [
  ...refused('max-tokens', [
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(64001).user('Hi').build()",
      sentence: 'claude-haiku-4-5 generates at most 64000 tokens, not 64001',
      path: 'max_tokens',
      at: '64001',
    },
    {
      code: 'MessagesRequestBuilder.create(ClaudeModel.Claude3Opus20240229).maxTokens(4097).user("Hi").build()',
      sentence: 'claude-3-opus-20240229 generates at most 4096 tokens, not 4097',
      path: 'max_tokens',
      at: '4097',
    },
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(-1).user('Hi').build()",
      sentence: 'max_tokens takes a whole number of tokens, 0 or more, not -1',
      path: 'max_tokens',
      at: '-1',
    },
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(1.5).user('Hi').build()",
      sentence: 'max_tokens takes a whole number of tokens, 0 or more, not 1.5',
      path: 'max_tokens',
      at: '1.5',
    },
    {
      code: "MessagesRequestBuilder.create('claude-opus-5-5').maxTokens(100000).user('Hi').model('claude-haiku-4-5').build()",
      sentence: 'claude-haiku-4-5 generates at most 64000 tokens, not 100000',
      path: 'max_tokens',
      at: "'claude-haiku-4-5'",
    },
    {
      code: "MessagesRequestBuilder.create(defineModel({ id: 'mine', maxOutputTokens: 10 })).maxTokens(11).user('Hi').build()",
      sentence: 'mine generates at most 10 tokens, not 11',
      path: 'max_tokens',
      at: '11',
    },
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').user('Hi').build()",
      sentence: 'build() needs maxTokens()',
      path: 'max_tokens',
      at: "MessagesRequestBuilder.create('claude-haiku-4-5').user('Hi')",
    },
  ]),
  ...refused('max-tokens-zero', [
    {
      code: "MessagesRequest.parse({ model: 'claude-opus-5', max_tokens: 0, messages: [{ role: 'user', content: 'Hi' }], compaction: { type: 'summarize' } })",
      sentence: 'max_tokens 0 only fills the cache: it does not go with compaction',
      path: 'compaction',
    },
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(0).user('Hi').thinking({ type: 'enabled', budget_tokens: 1024 }).build()",
      sentence: 'max_tokens 0 only fills the cache: it does not go with a thinking budget',
      path: 'thinking',
      at: 'type',
    },
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').tools({ name: 'f', input_schema: { type: 'object' } }).toolChoice('any').user('Hi').maxTokens(0).build()",
      sentence: 'max_tokens 0 only fills the cache: it does not go with a forced tool',
      path: 'tool_choice',
      at: '0',
    },
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(0).user('Hi').stream(true).build()",
      sentence: 'max_tokens 0 only fills the cache: it does not go with stream(true)',
      path: 'stream',
      at: 'true',
    },
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').outputFormat({ type: 'object' }).maxTokens(0).user('Hi').build()",
      sentence: 'max_tokens 0 only fills the cache: it does not go with an output format',
      path: 'output_config.format',
      at: '0',
    },
  ]),
];
