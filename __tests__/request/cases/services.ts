import { refused } from './refused-case.js';

const on = (model: string) => `MessagesRequestBuilder.create('${model}').maxTokens(4096)`;
const parse = (model: string, fields: string) =>
  `MessagesRequest.parse({ model: '${model}', max_tokens: 9, messages: [{ role: 'user', content: 'Hi' }], ${fields} })`;
const continued = "thread: { type: 'continue', previous_message_id: 'msg_1' }";

/** Requests with an invalid inference geography, fallback or thread. */
export const services = [
  ...refused('inference-geo', [
    {
      code: `${on('claude-haiku-4-5')}.user('Hi').inferenceGeo('us').build()`,
      sentence: 'claude-haiku-4-5 takes no inference_geo: leave it out',
      path: 'inference_geo',
      at: "'us'",
    },
    {
      code: `${on('claude-opus-5')}.inferenceGeo('us').user('Hi').model('claude-opus-4-5').build()`,
      sentence: 'claude-opus-4-5 takes no inference_geo: leave it out',
      path: 'inference_geo',
      at: "'claude-opus-4-5'",
    },
  ]),
  ...refused('fallback-of-model', [
    {
      code: `${on('claude-haiku-5-5')}.fallbacks('claude-sonnet-5').user('Hi').build()`,
      sentence: "claude-haiku-5-5 has no model to fall back to: use 'default', or leave fallbacks out",
      path: 'fallbacks.0.model',
      at: "'claude-sonnet-5'",
    },
    {
      code: `${on('claude-fable-5-2')}.user('Hi').fallbacks('claude-opus-5', 'claude-sonnet-5').build()`,
      sentence:
        'claude-fable-5-2 does not fall back to claude-sonnet-5: name claude-opus-5 or claude-opus-4-8',
      path: 'fallbacks.1.model',
      at: "'claude-sonnet-5'",
    },
    {
      code: `${on('claude-sonnet-5-5')}.user('Hi').fallbacks({ model: 'claude-opus-5', max_tokens: 9 }).build()`,
      sentence: 'claude-sonnet-5-5 does not fall back to claude-opus-5: name claude-sonnet-5',
      path: 'fallbacks.0.model',
      at: 'model',
    },
    {
      code: `${on('claude-fable-5-2')}.fallbacks('claude-opus-5').user('Hi').model('claude-sonnet-5-5').build()`,
      sentence: 'claude-sonnet-5-5 does not fall back to claude-opus-5: name claude-sonnet-5',
      path: 'fallbacks.0.model',
      at: "'claude-sonnet-5-5'",
    },
    {
      code: parse('claude-haiku-5-5', "fallbacks: [{ model: 'claude-sonnet-5' }]"),
      sentence: "claude-haiku-5-5 has no model to fall back to: use 'default', or leave fallbacks out",
      path: 'fallbacks.0.model',
    },
  ]),
  ...refused('fallbacks', [
    {
      code: `${on('claude-opus-5')}.fallbacks('claude-opus-5').user('Hi').build()`,
      sentence: 'claude-opus-5 is the model of the request: name another to fall back to',
      path: 'fallbacks.0.model',
      at: "'claude-opus-5'",
    },
    {
      code: `${on('claude-opus-5')}.user('Hi').fallbacks('claude-opus-4-8', 'claude-opus-4-8').build()`,
      sentence: 'fallbacks must be different models: claude-opus-4-8 is given twice',
      path: 'fallbacks.1.model',
      at: "'claude-opus-4-8'",
    },
    {
      code: `${on('claude-opus-5-5')}.user('Hi').fallbacks('claude-opus-5', 'claude-opus-4-8', 'claude-sonnet-5', 'claude-haiku-5-5').build()`,
      sentence: 'a request takes at most 3 fallbacks, not 4',
      path: 'fallbacks',
      at: "'claude-haiku-5-5'",
    },
    {
      code: `${on('claude-opus-5')}.user('Hi').fallbacks({ model: 'claude-opus-4-8', temperature: 1 }).build()`,
      sentence: 'a fallback takes model, max_tokens, thinking, output_config, speed, not temperature',
      path: 'fallbacks.0.temperature',
      at: 'model',
    },
    {
      code: `${on('claude-opus-5')}.user('Hi').fallbacks('claude-opus-4-8', 'default').build()`,
      sentence: "'default' lets the API choose: use it alone, or name models",
      path: 'fallbacks.1.model',
      at: "'default'",
    },
    {
      code: `${on('claude-opus-5')}.user('Hi').fallbacks('').build()`,
      sentence: 'a fallback needs a model id',
      path: 'fallbacks.0.model',
      at: "''",
    },
    {
      code: parse('claude-opus-5', 'fallbacks: [{ max_tokens: 9 }]'),
      sentence: 'a fallback needs a model id',
      path: 'fallbacks.0.model',
    },
    {
      code: `${on('claude-opus-5')}.user('Hi').fallbacks('default').betas('server-side-fallback-2026-06-01').build()`,
      sentence:
        "the beta server-side-fallback-2026-06-01 does not support 'default': leave the beta out, or name models",
      path: 'fallbacks',
      at: 'MessagesRequestBuilder',
    },
    {
      code: parse(
        'claude-opus-5-5',
        "fallbacks: ['claude-opus-5', 'claude-opus-4-8', 'claude-sonnet-5', 'claude-haiku-5-5'].map((model) => ({ model }))",
      ),
      sentence: 'a request takes at most 3 fallbacks, not 4',
      path: 'fallbacks',
    },
    {
      code: parse('claude-opus-5', "fallbacks: 'default', fallback_credit_token: 'fct_1'"),
      sentence: 'a request with fallbacks takes no fallback_credit_token: keep one of the two',
      path: 'fallback_credit_token',
    },
  ]),
  ...refused('thread', [
    {
      code: parse('claude-opus-5', `system: 'You help.', ${continued}`),
      sentence: 'a continued thread already has its system: leave system out',
      path: 'system',
    },
    {
      code: parse('claude-opus-5', `tools: null, ${continued}`),
      sentence: 'a continued thread already has its tools: leave tools out',
      path: 'tools',
    },
    {
      code: parse('claude-opus-5', "compaction: { type: 'summarize' }, thread: { type: 'create' }"),
      sentence: 'a thread does not go with compaction: leave one of them out',
      path: 'compaction',
    },
    {
      code: parse(
        'claude-opus-5',
        `context_management: { edits: [{ type: 'clear_tool_uses_20250919' }] }, ${continued}`,
      ),
      sentence: "a thread takes no edit of the context but clear_thinking_20251015 with keep 'all'",
      path: 'context_management.edits.0',
    },
    {
      code: parse(
        'claude-opus-5',
        "context_management: { edits: [{ type: 'clear_thinking_20251015', keep: { type: 'thinking_turns', value: 1 } }] }, thread: { type: 'create' }",
      ),
      sentence: "a thread takes no edit of the context but clear_thinking_20251015 with keep 'all'",
      path: 'context_management.edits.0',
    },
  ]),
];
