import { refused } from './refused-case.js';

export const sampling = [
  ...refused('temperature-range', [
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').temperature(1.5).build()",
      sentence: 'temperature must be between 0 and 1, not 1.5',
      path: 'temperature',
      at: '1.5',
    },
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').temperature(-0.1).build()",
      sentence: 'temperature must be between 0 and 1, not -0.1',
      path: 'temperature',
      at: '-0.1',
    },
  ]),
  ...refused('top-p-range', [
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').topP(1.01).build()",
      sentence: 'top_p must be between 0 and 1, not 1.01',
      path: 'top_p',
      at: '1.01',
    },
  ]),
  ...refused('top-k-range', [
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').topK(0.5).build()",
      sentence: 'top_k takes a whole number, 0 or more, not 0.5',
      path: 'top_k',
      at: '0.5',
    },
  ]),
  ...refused('sampling-by-model', [
    // This request breaks two rules: the temperature is out of range as well.
    {
      code: "MessagesRequestBuilder.create('claude-opus-5-5').maxTokens(9).user('Hi').temperature(2).build()",
      sentence: 'claude-opus-5-5 rejects temperature, top_p and top_k',
      path: 'temperature',
      at: '2',
    },
    {
      code: "MessagesRequestBuilder.create('claude-opus-5-5').maxTokens(9).user('Hi').temperature(0.5).build()",
      sentence: 'claude-opus-5-5 rejects temperature, top_p and top_k',
      path: 'temperature',
      at: '0.5',
    },
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).topK(5).user('Hi').model('claude-opus-5').build()",
      sentence: 'claude-opus-5 rejects temperature, top_p and top_k',
      path: 'top_k',
      at: "'claude-opus-5'",
    },
    {
      code: "MessagesRequestBuilder.create('claude-opus-5-5').maxTokens(9).user('Hi').temperature(1).topP(0.99).build()",
      sentence: 'claude-opus-5-5 rejects temperature, top_p and top_k',
      path: 'top_p',
      at: '0.99',
    },
    {
      code: "MessagesRequestBuilder.create('claude-haiku-5-5').maxTokens(9).user('Hi').topP(1).build()",
      sentence: 'claude-haiku-5-5 rejects temperature, top_p and top_k',
      path: 'top_p',
      at: '1',
    },
  ]),
  ...refused('sampling-one-of', [
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').temperature(0.5).topP(0.9).build()",
      sentence: 'claude-haiku-4-5 takes temperature or top_p, not both',
      path: 'top_p',
      at: '0.9',
    },
  ]),
  ...refused('sampling-with-thinking', [
    {
      code: "MessagesRequestBuilder.create('claude-sonnet-4-6').maxTokens(9).user('Hi').thinking('adaptive').temperature(0.5).build()",
      sentence: 'with thinking adaptive temperature may only be 1: leave it out',
      path: 'temperature',
      at: '0.5',
    },
    {
      code: "MessagesRequestBuilder.create('claude-sonnet-4-6').maxTokens(9).user('Hi').topK(3).thinking('adaptive').build()",
      sentence: 'with thinking adaptive top_k must be left out',
      path: 'top_k',
      at: "'adaptive'",
    },
    {
      code: "MessagesRequestBuilder.create('claude-sonnet-4-6').maxTokens(9).user('Hi').thinking('adaptive').topP(0.5).build()",
      sentence: 'with thinking adaptive top_p must be between 0.95 and 1: leave it out',
      path: 'top_p',
      at: '0.5',
    },
  ]),
];
