import { refused } from './refused-case.js';

/** Blocks, tools, servers, schemas: what a request holds beside its settings. */
export const surface = [
  ...refused('block-roles', [
    {
      code: "MessagesRequest.parse({ model: 'claude-haiku-4-5', max_tokens: 4096, messages: [{ role: 'user', content: [{ type: 'tool_use', id: 'toolu_1', name: 'get_weather', input: {} }] }] })",
      sentence: 'a turn of the user takes no tool_use block',
      path: 'messages.0.content.0',
    },
    {
      code: "MessagesRequest.parse({ model: 'claude-haiku-4-5', max_tokens: 4096, messages: [{ role: 'user', content: 'Hi' }, { role: 'assistant', content: [{ type: 'tool_result', tool_use_id: 'toolu_1' }] }, { role: 'user', content: 'Hi' }] })",
      sentence: 'a turn of the assistant takes no tool_result block',
      path: 'messages.1.content.0',
    },
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(4096).user([{ type: 'thinking', thinking: 'x', signature: 'y' }]).build()",
      sentence: 'a turn of the user takes no thinking block',
      path: 'messages.0.content.0',
      at: 'type',
    },
  ]),
  ...refused('tool-results', [
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(4096).user('Hi').assistant([{ type: 'tool_use', id: 'toolu_1', name: 'get_weather', input: {} }]).user('next').build()",
      sentence: 'tool_use toolu_1 needs its tool_result at the start of the next turn: use toolResults()',
      path: 'messages.1.content.0',
    },
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(4096).user([{ type: 'tool_result', tool_use_id: 'toolu_1', content: '1' }]).build()",
      sentence: 'tool_result toolu_1 answers no tool_use of the turn before',
      path: 'messages.0.content.0',
      at: "[{ type: 'tool_result', tool_use_id: 'toolu_1', content: '1'",
    },
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(4096).user('Hi').assistant([{ type: 'tool_use', id: 'toolu_1', name: 'get_weather', input: {} }]).user([{ type: 'text', text: 'Here:' }, { type: 'tool_result', tool_use_id: 'toolu_1' }]).build()",
      sentence: 'a tool_result comes before all other content of its turn',
      path: 'messages.2.content.1',
    },
  ]),
  ...refused('system-messages', [
    {
      code: "MessagesRequestBuilder.create('claude-opus-5').maxTokens(4096).messages([{ role: 'system', content: 'x' }, { role: 'user', content: 'Hi' }]).build()",
      sentence: 'a system message cannot open the conversation: use system()',
      path: 'messages.0',
      at: 'role',
    },
    {
      code: "MessagesRequest.parse({ model: 'claude-haiku-4-5', max_tokens: 4096, messages: [{ role: 'user', content: 'Hi' }, { role: 'system', content: 'Be brief.' }] })",
      sentence: 'claude-haiku-4-5 takes no system message inside the conversation: use system()',
      path: 'messages.1',
    },
  ]),
  ...refused('thinking-last', [
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(4096).user('Hi').assistant([{ type: 'thinking', thinking: 'x', signature: 'y' }]).user('Hi').build()",
      sentence: 'a turn of the assistant cannot end in thinking: say after it what was said or called',
      path: 'messages.1.content.0',
    },
  ]),
  ...refused('thinking-first', [
    {
      code: "MessagesRequest.parse({ model: 'claude-haiku-4-5', max_tokens: 4096, messages: [{ role: 'user', content: 'Hi' }, { role: 'assistant', content: [{ type: 'tool_use', id: 'toolu_1', name: 'get_weather', input: {} }] }, { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'toolu_1' }] }], tools: [{ name: 'get_weather', input_schema: { type: 'object' } }], thinking: { type: 'enabled', budget_tokens: 2048 } })",
      sentence: 'with thinking enabled the turn that called the tools begins with its thinking block',
      path: 'messages.1.content.0',
    },
  ]),
  ...refused('sampling-by-version', [
    {
      code: "MessagesRequest.parse({ model: 'claude-haiku-4-5', max_tokens: 4096, messages: [{ role: 'user', content: 'Hi' }], temperature: 0.5 }, { version: '2026-10-21' })",
      sentence:
        'API version 2026-10-21 takes no temperature, top_p or top_k: remove them, or build the client with Version.V2023_06_01',
      path: 'temperature',
    },
  ]),
  ...refused('thinking-fields', [
    {
      code: "MessagesRequestBuilder.create('claude-opus-5').maxTokens(4096).user('Hi').thinking({ type: 'disabled', display: 'omitted' }).build()",
      sentence: 'thinking disabled takes no display',
      path: 'thinking.display',
      at: 'display',
    },
  ]),
  ...refused('message-effort', [
    {
      code: "MessagesRequest.parse({ model: 'claude-haiku-4-5', max_tokens: 4096, messages: [{ role: 'user', content: 'Hi' }, { role: 'system', output_config: { effort: 'low' } }] })",
      sentence: 'claude-haiku-4-5 takes no change of effort inside the conversation',
      path: 'messages.1.output_config.effort',
    },
  ]),
  ...refused('task-budget', [
    {
      code: "MessagesRequest.parse({ model: 'claude-opus-5', max_tokens: 4096, messages: [{ role: 'user', content: 'Hi' }], output_config: { task_budget: { type: 'tokens', total: 100 } } })",
      sentence: 'a task budget is at least 20000 tokens, not 100',
      path: 'output_config.task_budget.total',
    },
  ]),
  ...refused('output-format-twice', [
    {
      code: "MessagesRequest.parse({ model: 'claude-haiku-4-5', max_tokens: 4096, messages: [{ role: 'user', content: 'Hi' }], output_format: { type: 'json_schema', schema: { type: 'object', additionalProperties: false } }, output_config: { format: { type: 'json_schema', schema: { type: 'object', additionalProperties: false } } } })",
      sentence: 'an output format is given once: keep output_config.format, remove output_format',
      path: 'output_format',
    },
  ]),
  ...refused('citations-with-format', [
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(4096).user([document({ text: 'x' }, { citations: { enabled: true } })]).outputFormat({ type: 'object' }).build()",
      sentence: 'citations do not go with an output format: turn one of them off',
      path: 'messages.0.content.0.citations',
      at: 'type',
    },
  ]),
  ...refused('citations-by-version', [
    {
      code: "MessagesRequest.parse({ model: 'claude-haiku-4-5', max_tokens: 4096, messages: [{ role: 'user', content: [{ type: 'text', text: 'Hi', citations: [{ type: 'char_location', cited_text: 'x', document_index: 0, document_title: null, start_char_index: 0, end_char_index: 1 }] }] }] }, { version: '2026-10-21' })",
      sentence: 'API version 2026-10-21 takes no citations on text of the user: remove them',
      path: 'messages.0.content.0.citations',
    },
  ]),
  ...refused('documents-by-version', [
    {
      code: "MessagesRequest.parse({ model: 'claude-haiku-4-5', max_tokens: 4096, messages: [{ role: 'user', content: 'Hi' }, { role: 'assistant', content: [{ type: 'document', source: { type: 'text', media_type: 'text/plain', data: 'x' } }] }, { role: 'user', content: 'Hi' }] }, { version: '2026-10-21' })",
      sentence: 'API version 2026-10-21 takes no document of the assistant: move it to a turn of the user',
      path: 'messages.1.content.0',
    },
  ]),
  ...refused('tool-input-schema', [
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(4096).user('Hi').tools({ name: 'a', input_schema: { type: 'array' } }).build()",
      sentence: 'the input_schema of a tool has type object at its root',
      path: 'tools.0.input_schema',
      at: 'type',
    },
  ]),
  ...refused('input-examples', [
    {
      code: "MessagesRequest.parse({ model: 'claude-haiku-4-5', max_tokens: 4096, messages: [{ role: 'user', content: 'Hi' }], tools: [{ type: 'web_search_20250305', name: 'web_search', input_examples: [{}] }] })",
      sentence: 'web_search_20250305 takes no input_examples',
      path: 'tools.0.input_examples',
    },
  ]),
  ...refused('domains', [
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(4096).user('Hi').tools({ type: 'web_search_20250305', name: 'web_search', allowed_domains: ['a.com'], blocked_domains: ['b.com'] }).build()",
      sentence: 'a tool takes allowed_domains or blocked_domains, not both',
      path: 'tools.0.blocked_domains',
      at: 'blocked_domains',
    },
  ]),
  ...refused('computer-tool', [
    {
      code: "MessagesRequestBuilder.create('claude-opus-5-5').maxTokens(4096).user('Hi').tools({ type: 'computer_20251124', name: 'computer', display_width_px: 1, display_height_px: 1 }).build()",
      sentence: 'claude-opus-5-5 takes no computer_20251124: use computer_toolset_20260801',
      path: 'tools.0.type',
      at: 'type',
    },
  ]),
  ...refused('mcp-toolset', [
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(4096).user('Hi').tools({ type: 'mcp_toolset', mcp_server_name: 'b' }).mcpServers({ type: 'url', name: 'a', url: 'https://example.com' }).build()",
      sentence: 'mcp_toolset names b, which is not among the MCP servers',
      path: 'tools.0.mcp_server_name',
      at: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(",
    },
  ]),
  ...refused('skills', [
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(4096).user('Hi').container({ skills: [{ type: 'anthropic', skill_id: 'pdf' }] }).build()",
      sentence: 'skills need the code execution tool: add it with tools()',
      path: 'container.skills',
      at: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(",
    },
  ]),
  ...refused('strict-limits', [
    {
      code: "MessagesRequest.parse({ model: 'claude-haiku-4-5', max_tokens: 4096, messages: [{ role: 'user', content: 'Hi' }], tools: Array.from({ length: 21 }, (_, index) => ({ name: 'tool_' + index, strict: true, input_schema: { type: 'object', additionalProperties: false } })) })",
      sentence: 'a request takes at most 20 strict tools, not 21',
      path: 'tools',
    },
  ]),
  ...refused('strict-schema', [
    {
      code: "MessagesRequest.parse({ model: 'claude-haiku-4-5', max_tokens: 4096, messages: [{ role: 'user', content: 'Hi' }], tools: [{ name: 'a', strict: true, input_schema: { type: 'object', additionalProperties: false, properties: { n: { type: 'number', minimum: 1 } } } }] })",
      sentence: 'structured outputs take no minimum: say it in the description',
      path: 'tools.0.input_schema.properties.n.minimum',
    },
  ]),
  ...refused('cache-control', [
    {
      code: "MessagesRequest.parse({ model: 'claude-haiku-4-5', max_tokens: 4096, messages: [{ role: 'user', content: 'Hi' }, { role: 'assistant', content: [{ type: 'thinking', thinking: 'x', signature: 'y', cache_control: { type: 'ephemeral' } }, { type: 'text', text: 'Hello' }] }, { role: 'user', content: 'Hi' }] })",
      sentence: 'a thinking block takes no cache_control: set it on a block before or after it',
      path: 'messages.1.content.0.cache_control',
    },
  ]),
  ...refused('compaction', [
    {
      code: "MessagesRequestBuilder.create('claude-opus-5').maxTokens(4096).user('Hi').contextManagement({ edits: [{ type: 'compact_20260112', trigger: { type: 'input_tokens', value: 100 } }] }).build()",
      sentence: 'compaction starts at 50000 input tokens or more, not 100',
      path: 'context_management.edits.0.trigger.value',
      at: 'edits',
    },
  ]),
  ...refused('images', [
    {
      code: "MessagesRequest.parse({ model: 'claude-haiku-4-5', max_tokens: 4096, messages: [{ role: 'user', content: [{ type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'not base64!' } }] }] })",
      sentence: 'this is not base64: send the encoded bytes alone, without data: before them',
      path: 'messages.0.content.0.source.data',
    },
  ]),
  ...refused('media-of-model', [
    {
      code: "MessagesRequest.parse({ model: 'mine', max_tokens: 9, messages: [{ role: 'user', content: [image('https://example.com/a.png')] }] }, { models: [defineModel({ id: 'mine', maxOutputTokens: 10, imageInput: false })] })",
      sentence: 'mine takes no images: send text',
      path: 'messages.0.content.0',
    },
  ]),
  ...refused('user-id', [
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(4096).user('Hi').metadata({ user_id: 'x'.repeat(257) }).build()",
      sentence: 'a user_id has at most 256 characters, not 257: send a hash of it',
      path: 'metadata.user_id',
    },
  ]),
  ...refused('request-size', [
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(4096).user('x'.repeat(34_000_000)).build()",
      sentence: 'a request has at most 32 MB, not 33: upload files and send their ids',
      path: 'messages',
    },
  ]),
];
