import { refused } from './refused-case.js';

export const thinking = [
  ...refused('thinking-type', [
    {
      code: "MessagesRequestBuilder.create('claude-opus-5-5').maxTokens(9).user('Hi').thinking('disabled').build()",
      sentence: 'claude-opus-5-5 does not take thinking of type disabled',
      path: 'thinking.type',
      at: "'disabled'",
    },
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').thinking({ type: 'adaptive' }).build()",
      sentence: 'claude-haiku-4-5 does not take thinking of type adaptive',
      path: 'thinking.type',
      at: 'type',
    },
    {
      code: "MessagesRequestBuilder.create('claude-3-opus-20240229').maxTokens(9).user('Hi').thinking('adaptive').build()",
      sentence: 'claude-3-opus-20240229 does not think: leave thinking out',
      path: 'thinking.type',
      at: "'adaptive'",
    },
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(4096).user('Hi').thinking({ type: 'enabled', budget_tokens: 2048 }).model('claude-opus-5').build()",
      sentence: 'claude-opus-5 does not take thinking of type enabled',
      path: 'thinking.type',
      at: "'claude-opus-5'",
    },
  ]),
  ...refused('thinking-budget', [
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(2048).user('Hi').thinking({ type: 'enabled', budget_tokens: 4096 }).build()",
      sentence: 'thinking budget 4096 must be below max_tokens 2048',
      path: 'thinking.budget_tokens',
      at: 'budget_tokens',
    },
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').thinking({ type: 'enabled', budget_tokens: 4096 }).user('Hi').maxTokens(2048).build()",
      sentence: 'thinking budget 4096 must be below max_tokens 2048',
      path: 'thinking.budget_tokens',
      at: '2048',
    },
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(4096).user('Hi').thinking({ type: 'enabled', budget_tokens: 100 }).build()",
      sentence: 'thinking budget 100 is below 1024, the least that the API takes',
      path: 'thinking.budget_tokens',
      at: 'budget_tokens',
    },
  ]),
  ...refused('effort-level', [
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').effort('xhigh').build()",
      sentence: 'claude-haiku-4-5 has no effort setting: leave effort out',
      path: 'output_config.effort',
      at: "'xhigh'",
    },
    {
      code: "MessagesRequestBuilder.create('claude-opus-4-6').maxTokens(9).user('Hi').effort('xhigh').build()",
      sentence: 'claude-opus-4-6 does not take effort xhigh',
      path: 'output_config.effort',
      at: "'xhigh'",
    },
  ]),
  ...refused('effort-ceiling', [
    {
      code: "MessagesRequestBuilder.create('claude-opus-5').maxTokens(9).user('Hi').thinking('disabled').effort('max').build()",
      sentence: 'with thinking disabled claude-opus-5 takes no effort above high',
      path: 'output_config.effort',
      at: "'max'",
    },
    {
      code: "MessagesRequestBuilder.create('claude-sonnet-5-5').maxTokens(9).user('Hi').effort('max').thinking('between_tools').build()",
      sentence: 'with thinking between_tools claude-sonnet-5-5 takes no effort above high',
      path: 'output_config.effort',
      at: "'between_tools'",
    },
  ]),
  ...refused('structured-output-of-model', [
    {
      code: "MessagesRequestBuilder.create('claude-3-opus-20240229').maxTokens(9).user('Hi').outputFormat({ type: 'object' }).build()",
      sentence: 'claude-3-opus-20240229 has no structured outputs: leave the output format out',
      path: 'output_config.format',
      at: 'type',
    },
  ]),
  ...refused('speed-of-model', [
    {
      code: "MessagesRequestBuilder.create('claude-sonnet-5-5').maxTokens(9).user('Hi').speed('fast').build()",
      sentence: 'claude-sonnet-5-5 has no fast speed',
      path: 'speed',
      at: "'fast'",
    },
  ]),
];
