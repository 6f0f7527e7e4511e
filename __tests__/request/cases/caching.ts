import { refused } from './refused-case.js';

const cached = (ttl?: '5m' | '1h') =>
  `{ type: 'text', text: 'x', cache_control: { type: 'ephemeral'${ttl ? `, ttl: '${ttl}'` : ''} } }`;
const four = [cached(), cached(), cached(), cached()].join(', ');

export const caching = [
  ...refused('cache-breakpoints', [
    {
      code: `MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).cacheControl().messages([{ role: 'user', content: [${four}] }]).build()`,
      sentence: 'a request takes at most 4 cache breakpoints, not 5',
      path: 'cache_control',
      at: '[',
    },
    {
      code: `MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).system([${four}, ${cached()}]).user('Hi').build()`,
      sentence: 'a request takes at most 4 cache breakpoints, not 5',
      path: 'system.4.cache_control',
      at: '[',
    },
    {
      code: `MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).system([${four}]).user([${cached()}]).build()`,
      sentence: 'a request takes at most 4 cache breakpoints, not 5',
      path: 'messages.0.content.0.cache_control',
      at: '[',
    },
    {
      code: `MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).system([${four}]).user('Hi').assistant([{ type: 'tool_use', id: 'toolu_1', name: 'f', input: {} }]).toolResults([{ type: 'tool_result', tool_use_id: 'toolu_1', cache_control: { type: 'ephemeral' } }]).build()`,
      sentence: 'a request takes at most 4 cache breakpoints, not 5',
      path: 'messages.2.content.0.cache_control',
      at: '[',
    },
    {
      code: `MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').cacheControl().system([${four}]).build()`,
      sentence: 'a request takes at most 4 cache breakpoints, not 5',
      path: 'cache_control',
      at: '[',
    },
  ]),
  ...refused('cache-ttl-order', [
    {
      code: `MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).system([${cached()}]).messages([{ role: 'user', content: 'Hi' }, { role: 'user', content: [${cached('1h')}] }]).build()`,
      sentence: 'a cache breakpoint of 1h must come before those of 5m: tools, then system, then messages',
      path: 'messages.1.content.0.cache_control.ttl',
      at: '[',
    },
    {
      code: `MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).system([${cached()}]).user('Hi').cacheControl({ ttl: '1h' }).build()`,
      sentence: 'a cache breakpoint of 1h must come before those of 5m: tools, then system, then messages',
      path: 'cache_control.ttl',
      at: 'ttl',
    },
    {
      code: `MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).system([${cached('5m')}, ${cached('1h')}]).user('Hi').build()`,
      sentence: 'a cache breakpoint of 1h must come before those of 5m: tools, then system, then messages',
      path: 'system.1.cache_control.ttl',
      at: '[',
    },
    {
      code: `MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user([${cached('1h')}]).system([${cached()}]).build()`,
      sentence: 'a cache breakpoint of 1h must come before those of 5m: tools, then system, then messages',
      path: 'messages.0.content.0.cache_control.ttl',
      at: '[',
    },
  ]),
  ...refused('cache-automatic', [
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).cacheControl().user([{ type: 'text', text: 'x', cache_control: { type: 'ephemeral', ttl: '1h' } }]).build()",
      sentence: 'the automatic breakpoint of 5m is on a block that has one of 1h: give both the same ttl',
      path: 'cache_control.ttl',
    },
  ]),
  ...refused('cache-control', [
    {
      code: "MessagesRequest.parse({ model: 'claude-haiku-4-5', max_tokens: 9, messages: [{ role: 'user', content: 'Hi' }], cache_control: { ttl: '1h' } })",
      sentence: 'the type of a cache breakpoint must be ephemeral',
      path: 'cache_control.type',
    },
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').assistant([{ type: 'thinking', thinking: 'Hm.', signature: 'EqoB', cache_control: { type: 'ephemeral' } }, { type: 'text', text: 'Yes?' }]).user('Go on.').build()",
      sentence: 'a thinking block takes no cache_control: set it on a block before or after it',
      path: 'messages.1.content.0.cache_control',
      at: 'type',
    },
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).system([{ type: 'text', text: 'x', cache_control: { type: 'ephemeral', scope: 'global' } }]).user('Hi').build()",
      sentence: 'cache_control takes type and ttl, not scope',
      path: 'system.0.cache_control.scope',
      at: 'type',
    },
    {
      code: "MessagesRequest.parse({ model: 'claude-haiku-4-5', max_tokens: 9, messages: [{ role: 'user', content: 'Hi' }], cache_control: { type: 'ephemeral', ttl: '2h' } })",
      sentence: 'a cache breakpoint lives for 5m or 1h, not 2h',
      path: 'cache_control.ttl',
    },
  ]),
];
