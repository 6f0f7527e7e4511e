import { refused } from './refused-case.js';

export const thinking = [
  ...refused('thinking-type', [
    // This request breaks two rules: the budget is too small as well.
    {
      code: "MessagesRequestBuilder.create('claude-opus-5-5').maxTokens(4096).user('Hi').thinking({ type: 'enabled', budget_tokens: 100 }).build()",
      sentence: 'claude-opus-5-5 does not take thinking of type enabled',
      path: 'thinking.type',
      at: 'type',
    },
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
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(4096).user('Hi').thinking('enabled').build()",
      sentence: 'thinking enabled needs budget_tokens, at least 1024 and below max_tokens',
      path: 'thinking.budget_tokens',
      at: "'enabled'",
    },
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(4096).user('Hi').thinking({ type: 'enabled' }).build()",
      sentence: 'thinking enabled needs budget_tokens, at least 1024 and below max_tokens',
      path: 'thinking.budget_tokens',
      at: "{ type: 'enabled' }",
    },
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(4096).user('Hi').thinking({ type: 'enabled', budget_tokens: 1500.5 }).build()",
      sentence: 'a thinking budget takes a whole number of tokens, not 1500.5',
      path: 'thinking.budget_tokens',
      at: 'budget_tokens',
    },
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
    // A later step may add the beta that allows this budget, so the error is on `build()`.
    {
      code: "MessagesRequestBuilder.create('claude-sonnet-4-5').maxTokens(4096).user('Hi').thinking({ type: 'enabled', budget_tokens: 8192 }).build()",
      sentence: 'thinking budget 8192 must be below max_tokens 4096',
      path: 'thinking.budget_tokens',
      at: 'MessagesRequestBuilder',
    },
    // Claude Haiku 4.5 ignores the beta.
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(4096).user('Hi').betas('interleaved-thinking-2025-05-14').thinking({ type: 'enabled', budget_tokens: 8192 }).build()",
      sentence: 'thinking budget 8192 must be below max_tokens 4096',
      path: 'thinking.budget_tokens',
      at: 'budget_tokens',
    },
    {
      code: "MessagesRequestBuilder.create('claude-sonnet-4-5').maxTokens(4096).user('Hi').betas('interleaved-thinking-2025-05-14').thinking({ type: 'enabled', budget_tokens: 8192 }).model('claude-haiku-4-5').build()",
      sentence: 'thinking budget 8192 must be below max_tokens 4096',
      path: 'thinking.budget_tokens',
      at: "'claude-haiku-4-5'",
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
      sentence: 'claude-sonnet-5-5 has no fast speed: leave speed out',
      path: 'speed',
      at: "'fast'",
    },
    {
      code: "MessagesRequestBuilder.create('claude-opus-5').maxTokens(9).user('Hi').speed('fast').model('claude-sonnet-5-5').build()",
      sentence: 'claude-sonnet-5-5 has no fast speed: leave speed out',
      path: 'speed',
      at: "'claude-sonnet-5-5'",
    },
  ]),
  ...refused('thinking-fields', [
    {
      code: "MessagesRequestBuilder.create('claude-sonnet-4-6').maxTokens(4096).user('Hi').thinking({ type: 'enabled', budget_tokens: 2048, block_binding: {} }).build()",
      sentence: 'thinking enabled takes no block_binding: leave it out',
      path: 'thinking.block_binding',
      at: 'block_binding',
    },
    {
      code: "MessagesRequestBuilder.create('claude-opus-5').maxTokens(9).user('Hi').thinking({ type: 'adaptive', budget_tokens: 2048 }).build()",
      sentence: 'thinking adaptive takes no budget_tokens: leave it out',
      path: 'thinking.budget_tokens',
      at: 'budget_tokens',
    },
    {
      code: "MessagesRequestBuilder.create('claude-haiku-5-5').maxTokens(9).user('Hi').thinking({ type: 'disabled', block_binding: {} }).build()",
      sentence: 'thinking disabled takes no block_binding: leave it out',
      path: 'thinking.block_binding',
      at: 'block_binding',
    },
    {
      code: "MessagesRequestBuilder.create('claude-opus-5').maxTokens(9).user('Hi').thinking({ type: 'disabled', display: 'omitted' }).build()",
      sentence: 'thinking disabled takes no display: leave it out',
      path: 'thinking.display',
      at: 'display',
    },
    {
      code: "MessagesRequestBuilder.create('claude-sonnet-5-5').maxTokens(9).user('Hi').thinking({ type: 'between_tools', display: 'summarized' }).build()",
      sentence: 'thinking between_tools takes no display: leave it out',
      path: 'thinking.display',
      at: 'display',
    },
  ]),
  ...refused('thinking-last', [
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').assistant([{ type: 'thinking', thinking: 'Hm.', signature: 'EqoB' }]).build()",
      sentence: 'a conversation cannot end in thinking: add a turn with user()',
      path: 'messages.1.content.0',
      at: 'MessagesRequestBuilder',
    },
  ]),
  ...refused('thinking-first', [
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(4096).thinking({ type: 'enabled', budget_tokens: 2048 }).user('Hi').assistant([{ type: 'tool_use', id: 'toolu_1', name: 'f', input: {} }]).user([{ type: 'tool_result', tool_use_id: 'toolu_1' }]).user('b').build()",
      sentence:
        'with thinking enabled the turn that called the tools must begin with its thinking block: send it back whole',
      path: 'messages.1.content.0',
    },
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(4096).thinking({ type: 'enabled', budget_tokens: 2048 }).user('Hi').assistant([{ type: 'tool_use', id: 'toolu_1', name: 'f', input: {} }]).toolResults([{ type: 'tool_result', tool_use_id: 'toolu_1' }]).build()",
      sentence:
        'with thinking enabled the turn that called the tools must begin with its thinking block: send it back whole',
      path: 'messages.1.content.0',
    },
  ]),
  ...refused('message-effort', [
    {
      code: "MessagesRequestBuilder.create('claude-opus-4-8').maxTokens(9).messages([{ role: 'user', content: 'Hi' }, { role: 'system', output_config: { effort: 'low' } }]).build()",
      sentence: 'claude-opus-4-8 takes no change of effort inside the conversation: use effort()',
      path: 'messages.1.output_config.effort',
    },
    {
      code: "MessagesRequestBuilder.create('claude-sonnet-5-5').maxTokens(9).thinking('between_tools').messages([{ role: 'user', content: 'Hi' }, { role: 'system', output_config: { effort: 'low' } }]).build()",
      sentence:
        'with thinking between_tools claude-sonnet-5-5 takes no change of effort inside the conversation: use effort()',
      path: 'messages.1.output_config.effort',
    },
    {
      code: "MessagesRequestBuilder.create('claude-haiku-5-5').maxTokens(9).thinking('disabled').messages([{ role: 'user', content: 'Hi' }, { role: 'system', output_config: { effort: 'low' } }]).build()",
      sentence:
        'with thinking disabled claude-haiku-5-5 takes no change of effort inside the conversation: use effort()',
      path: 'messages.1.output_config.effort',
    },
  ]),
  ...refused('task-budget', [
    {
      code: "MessagesRequest.parse({ model: 'claude-opus-5', max_tokens: 9, messages: [{ role: 'user', content: 'Hi' }], output_config: { task_budget: { type: 'tokens', total: 19_999 } } })",
      sentence: 'a task budget is at least 20000 tokens, not 19999',
      path: 'output_config.task_budget.total',
    },
    {
      code: "MessagesRequest.parse({ model: 'claude-sonnet-5', max_tokens: 9, messages: [{ role: 'user', content: 'Hi' }], output_config: { task_budget: { type: 'tokens', total: 20_000 } } })",
      sentence: 'claude-sonnet-5 takes no task budget: leave it out',
      path: 'output_config.task_budget',
    },
  ]),
];
