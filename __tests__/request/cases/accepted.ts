/** Requests that the API accepts, as code for the compiler and the run-time check. */

const preset = "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(4096)";
const on = (model: string) => `MessagesRequestBuilder.create('${model}').maxTokens(4096)`;
const tool = (name: string) =>
  `{ name: '${name}', description: 'Does it.', input_schema: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] } }`;
const call = (id: string) => `{ type: 'tool_use', id: '${id}', name: 'f', input: { city: 'Paris' } }`;
const result = (id: string) => `{ type: 'tool_result', tool_use_id: '${id}', content: '15 degrees' }`;
const thought = "{ type: 'thinking', thinking: 'Hm.', signature: 'EqoB' }";
const cached = (ttl: string) =>
  `{ type: 'text', text: 'x', cache_control: { type: 'ephemeral', ttl: '${ttl}' } }`;
const closed =
  "{ type: 'object', properties: { city: { type: 'string' } }, required: ['city'], additionalProperties: false }";

const settings = [
  `${preset}.user('Hi').build()`,
  `${preset}.user('Hi').temperature(0).build()`,
  `${preset}.user('Hi').temperature(0.3).topK(5).build()`,
  `${preset}.user('Hi').topP(0.99).build()`,
  `${preset}.user('Hi').stopSequences('END', '\\n\\nHuman:').build()`,
  `${preset}.user('Hi').thinking({ type: 'enabled', budget_tokens: 1024 }).build()`,
  `${preset}.thinking({ type: 'enabled', budget_tokens: 4095 }).user('Hi').temperature(1).build()`,
  `${on('claude-sonnet-4-5')}.user('Hi').betas('interleaved-thinking-2025-05-14').thinking({ type: 'enabled', budget_tokens: 8192 }).build()`,
  `${on('claude-sonnet-4-5')}.user('Hi').thinking({ type: 'enabled', budget_tokens: 8192 }).betas('interleaved-thinking-2025-05-14').build()`,
  `${on('claude-sonnet-4-6')}.user('Hi').thinking('adaptive').topP(0.95).build()`,
  `${on('claude-opus-5')}.user('Hi').thinking('disabled').effort('high').build()`,
  `${on('claude-opus-5')}.user('Hi').thinking({ type: 'adaptive', display: 'summarized' }).effort('max').build()`,
  `${on('claude-sonnet-5-5')}.user('Hi').thinking('between_tools').effort('low').build()`,
  `${on('claude-sonnet-5')}.user('Hi').thinking('disabled').effort('xhigh').build()`,
  `${on('claude-opus-5-5')}.user('Hi').speed('fast').build()`,
  `${on('claude-fable-5-2')}.user('Hi').speed('fast').build()`,
  `${on('claude-opus-4-8')}.user('Hi').speed('fast').build()`,
  // Accepted, and run and billed at standard speed
  `${on('claude-opus-4-6')}.user('Hi').speed('fast').build()`,
  `${on('claude-opus-4-7')}.user('Hi').speed('standard').build()`,
  // API version 2023-06-01 accepts a single sampling parameter at its default
  `${on('claude-opus-5-5')}.user('Hi').temperature(1).build()`,
  `${on('claude-sonnet-5')}.topP(0.99).user('Hi').build()`,
  `${preset}.temperature(1).user('Hi').model('claude-opus-4-7').build()`,
  `${on('claude-fable-5-2')}.user('Hi').serviceTier('standard_only').inferenceGeo('us').build()`,
  "MessagesRequestBuilder.create('claude-opus-5-5').maxTokens(128000).user('Hi').build()",
  "MessagesRequestBuilder.create(ClaudeModel.Claude3Opus20240229).maxTokens(4096).user('Hi').build()",
  "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(0).system([{ type: 'text', text: 'x', cache_control: { type: 'ephemeral' } }]).user('Hi').build()",
  "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(MaxTokens.max('claude-haiku-4-5')).user('Hi').build()",
  "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(MaxTokens.of('claude-haiku-4-5', Number('99'))).user('Hi').build()",
  "MessagesRequestBuilder.create(defineModel({ id: 'mine', maxOutputTokens: 10 })).maxTokens(10).user('Hi').temperature(0.5).build()",
  "MessagesRequestBuilder.create(defineModel({ id: 'team/fast', like: 'claude-haiku-5-5' })).maxTokens(10).user('Hi').effort('low').build()",
  `${preset}.user('Hi').stream(true).build()`,
  `${preset}.user('Hi').stream(StreamOption.ReturnOnce).build()`,
  `${preset}.user('Hi').metadata({ user_id: 'x'.repeat(256) }).build()`,
  `${preset}.user('Hi').diagnostics({ previous_message_id: null }).build()`,
  `${preset}.user('Hi').extraBody({ new_field: 1 }).build()`,
  `${preset}.user('Hi').outputFormat(${closed}).build()`,
  `${on('claude-opus-5')}.user('Hi').contextManagement({ edits: [{ type: 'compact_20260112', trigger: { type: 'input_tokens', value: 50000 } }] }).build()`,
  `${preset}.user('Hi').contextManagement({ edits: [{ type: 'clear_tool_uses_20250919' }] }).build()`,
  `${preset}.temperature(0.5).user('Hi').model('claude-sonnet-4-6').build()`,
  `${preset}.user('Hi').thinking({ type: 'enabled', budget_tokens: 1024, display: 'omitted' }).contextManagement({ edits: [{ type: 'clear_thinking_20251015', keep: 'all' }] }).build()`,
  `${on('claude-opus-5')}.user('Hi').contextManagement({ edits: [{ type: 'clear_thinking_20251015', keep: { type: 'thinking_turns', value: 1 } }] }).build()`,
  `${on('claude-haiku-5-5')}.thinking('disabled').effort('low').messages([{ role: 'user', content: 'Hi' }, { role: 'system', output_config: { effort: 'low' } }]).build()`,
];

const conversations = [
  `${preset}.tools(${tool('f')}).user('Hi').assistant([${call('toolu_1')}, ${call('toolu_2')}]).toolResults([${result('toolu_1')}]).toolResults([${result('toolu_2')}]).build()`,
  `${preset}.messages([{ role: 'user', content: 'Hi' }, { role: 'assistant', content: '' }]).build()`,
  `${preset}.system([]).user('Hi').build()`,
  `${preset}.system('You help.').user('Hi').assistant('Yes?').user('Bye').build()`,
  `${preset}.user('Hi').user('Anybody there?').build()`,
  `${preset}.assistant('Hello. How can I help?').user('Hi').build()`,
  `${preset}.user('Count: 1, 2,').assistant('3, 4').build()`,
  `${preset}.user('Hi').assistant('').build()`,
  `${preset}.user('Hi').assistant([{ type: 'text', text: 'One' }, { type: 'text', text: ' ' }, { type: 'text', text: 'two.' }]).user('Go on.').build()`,
  `${preset}.messages([Message.user('Hi'), Message.assistant('Yes?'), Message.user('Bye')]).build()`,
  `${preset}.messages([{ role: 'user', content: 'Hi' }, { role: 'assistant', content: [{ type: 'text', text: 'Yes?' }] }, { role: 'user', content: [{ type: 'text', text: 'Bye' }] }]).build()`,
  `${on('claude-opus-5')}.messages([{ role: 'user', content: 'Hi' }, { role: 'system', content: 'Be brief.' }]).build()`,
  `${on('claude-opus-5')}.messages([{ role: 'user', content: 'Hi' }, { role: 'system', content: 'Be brief.' }, { role: 'system', content: 'In French.' }, { role: 'assistant', content: 'Oui ?' }, { role: 'user', content: 'Go on.' }]).build()`,
  `${on('claude-opus-5')}.messages([{ role: 'system', output_config: { effort: 'low' } }, { role: 'user', content: 'Hi' }]).build()`,
  `${on('claude-opus-5')}.messages([{ role: 'user', content: 'Hi' }, { role: 'assistant', content: [{ type: 'server_tool_use', id: 'srvtoolu_1', name: 'web_search', input: {} }, { type: 'web_search_tool_result', tool_use_id: 'srvtoolu_1', content: [] }] }, { role: 'system', content: 'Be brief.' }]).build()`,
  `${preset}.tools(${tool('f')}).user('Hi').assistant([${call('toolu_1')}]).toolResults([${result('toolu_1')}]).build()`,
  `${preset}.tools(${tool('f')}).user('Hi').assistant([${call('toolu_1')}, { type: 'text', text: 'Wait.' }, ${call('toolu_2')}]).toolResults([${result('toolu_2')}, ${result('toolu_1')}]).build()`,
  `${preset}.tools(${tool('f')}).user('Hi').assistant([${call('toolu_1')}, ${call('toolu_2')}]).toolResults(['toolu_1', 'toolu_2'].map((id) => toolResult(id, '15 degrees'))).build()`,
  `${preset}.tools(${tool('f')}).user('Hi').assistant([${call('toolu_1')}, { type: 'tool_use', id: String('toolu_2'), name: 'f', input: {} }]).toolResults([${result('toolu_1')}, { type: 'tool_result', tool_use_id: String('toolu_2') }]).build()`,
  `${preset}.tools(${tool('f')}).messages([{ role: 'user', content: 'Hi' }, { role: 'assistant', content: [${call('toolu_1')}, ${call('toolu_2')}] }, { role: 'user', content: [${result('toolu_1')}] }, { role: 'user', content: [${result('toolu_2')}] }]).build()`,
  `${preset}.tools(${tool('f')}).user('Hi').assistant([${call('toolu_1')}, ${call('toolu_2')}]).user([${result('toolu_2')}, ${result('toolu_1')}, { type: 'text', text: 'Well?' }]).build()`,
  `${preset}.tools(${tool('f')}).user('Hi').assistant([${call('toolu_1')}]).assistant([${call('toolu_2')}]).user([${result('toolu_1')}]).user([${result('toolu_2')}]).build()`,
  `${preset}.tools(${tool('f')}).thinking({ type: 'enabled', budget_tokens: 2048 }).user('Hi').assistant([${thought}, ${call('toolu_1')}]).toolResults([${result('toolu_1')}]).build()`,
  `${preset}.tools(${tool('f')}).thinking({ type: 'enabled', budget_tokens: 2048 }).user('Hi').assistant([${thought}, ${call('toolu_1')}]).toolResults([${result('toolu_1')}]).assistant([${call('toolu_2')}]).toolResults([${result('toolu_2')}]).build()`,
  `${preset}.thinking({ type: 'enabled', budget_tokens: 2048 }).user('Hi').assistant('Yes?').user('Go on.').build()`,
  // A response that was cut off during thinking
  `${preset}.user('Hi').assistant([${thought}]).user('Go on.').build()`,
  `${preset}.messages([{ role: 'user', content: 'Hi' }, { role: 'assistant', content: [{ type: 'text', text: 'One.' }, ${thought}] }, { role: 'user', content: 'Go on.' }]).build()`,
  // An empty system prompt
  `${preset}.system('').user('Hi').build()`,
  "MessagesRequest.parse({ model: 'claude-haiku-4-5', max_tokens: 9, system: '', messages: [{ role: 'user', content: 'Hi' }] })",
  "MessagesRequest.parse({ model: 'claude-haiku-4-5', max_tokens: 9, system: [], messages: [{ role: 'user', content: 'Hi' }] })",
  // The type of a call says who runs it, not the prefix of its id
  `${preset}.tools(${tool('f')}).user('Hi').assistant([${call('srvtoolu_1')}]).toolResults([${result('srvtoolu_1')}]).build()`,
  // Consecutive turns of one role count as one turn
  `${preset}.tools(${tool('f')}).thinking({ type: 'enabled', budget_tokens: 2048 }).user('Hi').assistant([${thought}, { type: 'server_tool_use', id: 'srvtoolu_1', name: 'web_search', input: {} }, { type: 'web_search_tool_result', tool_use_id: 'srvtoolu_1', content: [] }]).assistant([${call('toolu_1')}]).user([${result('toolu_1')}]).build()`,
  `${preset}.user('Hi').assistant([{ type: 'text', text: 'One' }]).assistant([{ type: 'text', text: 'two.' }, { type: 'text', text: ' ' }]).user('Go on.').build()`,
  `${preset}.user('Hi').assistant([{ type: 'server_tool_use', id: 'srvtoolu_1', name: 'web_search', input: { query: 'news' } }]).build()`,
  `${preset}.user([text('What is this?'), image('https://example.com/a.png'), document({ text: 'x' }, { citations: { enabled: true } })]).build()`,
  `${preset}.user(searchResult({ source: 'https://example.com', title: 'Home', content: 'Words.' })).build()`,
  `${preset}.user([{ type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'iVBORw0KGgo=' } }]).build()`,
  `${preset}.user([{ type: 'document', source: { type: 'file', file_id: 'file_1' } }]).build()`,
  `${preset}.user([{ type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'iVBORw0K\\nGgoAAAAN' } }, { type: 'document', source: { type: 'base64', media_type: 'application/pdf', data: 'JVBERi0' } }]).build()`,
  `${on('claude-opus-5')}.user(Array(600).fill({ type: 'image', source: { type: 'url', url: 'https://example.com/a.png' } })).build()`,
  `${preset}.tools(${tool('f')}).user('Hi').assistant([{ type: 'server_tool_use', id: 'srvtoolu_1', name: 'web_search', input: {} }, { type: 'web_search_tool_result', tool_use_id: 'srvtoolu_1', content: [] }, ${call('toolu_1')}]).user([${result('toolu_1')}, { type: 'text', text: 'Well?' }]).build()`,
  `${preset}.user('Hi').assistant([{ type: 'tool_use', id: 'toolu_1', name: 'navigate', toolset_name: 'browser', input: {} }]).toolResults([{ type: 'tool_result', tool_use_id: 'toolu_1', toolset_name: 'browser', content: [{ type: 'browser_state', tabs: [] }] }]).build()`,
  `${preset}.user('Hi').assistant([document({ text: 'x' }), text('Here.')]).user('Thanks.').build()`,
  `${preset}.system([${cached('1h')}]).messages([{ role: 'user', content: [${cached('5m')}, ${cached('5m')}] }]).messages([{ role: 'user', content: [${cached('1h')}, ${cached('5m')}] }]).cacheControl().build()`,
  `${on('claude-opus-5')}.user([{ type: 'compaction', content: 'So far.', signature: 'EuYB' }, { type: 'text', text: 'Go on.' }]).build()`,
  `${preset}.tools(${tool('f')}, { ...${tool('g')}, defer_loading: true }).user('Hi').assistant([${call('toolu_1')}]).toolResults([{ type: 'tool_result', tool_use_id: 'toolu_1', content: [{ type: 'tool_reference', tool_name: 'g' }] }]).build()`,
  `${preset}.user([rawBlock({ type: 'hologram', file_id: 'file_1' })]).build()`,
  "MessagesRequest.parse({ model: 'claude-opus-5', max_tokens: 9, messages: [{ role: 'assistant', content: [{ type: 'compaction', content: 'So far.', signature: 'EuYB' }] }, { role: 'user', content: 'Go on.' }] })",
  "MessagesRequest.parse({ model: 'claude-opus-5', max_tokens: 9, messages: [{ role: 'user', content: 'Hi' }, { role: 'assistant', content: 'Yes?' }], compaction: { type: 'summarize' } })",
  "MessagesRequest.parse({ model: 'claude-opus-5', max_tokens: 9, messages: [{ role: 'user', content: [{ type: 'tool_result', tool_use_id: 'toolu_1' }] }], thread: { type: 'continue', previous_message_id: 'msg_1' } })",
];

/** A continued thread sends only what is new. */
const continued = (fields: string) =>
  `MessagesRequest.parse({ model: 'claude-opus-5', max_tokens: 9, thread: { type: 'continue', previous_message_id: 'msg_1' }, ${fields} })`;

const threads = [
  continued('messages: []'),
  continued(
    "messages: [{ role: 'user', content: [{ type: 'tool_result', tool_use_id: 'toolu_1' }, { type: 'text', text: 'Go on.' }] }]",
  ),
  continued(
    "messages: [{ role: 'user', content: 'Hi' }], tool_choice: { type: 'tool', name: 'f' }, container: { skills: [{ type: 'anthropic', skill_id: 'pptx' }] }",
  ),
  continued(
    "messages: [{ role: 'user', content: [{ type: 'tool_result', tool_use_id: 'toolu_1', content: [{ type: 'tool_reference', tool_name: 'f' }] }] }]",
  ),
  continued(
    "messages: [{ role: 'user', content: 'Hi' }], mcp_servers: [{ type: 'url', name: 'docs', url: 'https://example.com' }], context_management: { edits: [{ type: 'clear_thinking_20251015', keep: 'all' }] }",
  ),
  continued("messages: [{ role: 'system', content: 'Be brief.' }]"),
];

const services = [
  `${on('claude-haiku-5-5')}.fallbacks('default').user('Hi').build()`,
  `${on('claude-fable-5-2')}.user('Hi').fallbacks('claude-opus-5', { model: 'claude-opus-4-8', max_tokens: 100, thinking: null }).build()`,
  `${on('claude-sonnet-5-5')}.user('Hi').fallbacks('claude-sonnet-5').build()`,
  `${on('claude-opus-5')}.fallbacks('claude-opus-4-8').fallbacks().user('Hi').model('claude-sonnet-5-5').build()`,
  `${on('claude-opus-5')}.fallbacks(defineModel({ id: 'team/opus', like: 'claude-opus-4-8' }), String('claude-opus-4-8')).user('Hi').build()`,
  `${on('claude-opus-5')}.fallbacks(...['claude-opus-4-8']).user('Hi').build()`,
  `${on('claude-opus-5')}.user('Hi').fallbacks('claude-opus-4-8').betas('server-side-fallback-2026-06-01').build()`,
  // The documentation does not say what these models may fall back to.
  `${on('claude-opus-5-5')}.user('Hi').fallbacks('claude-opus-5', 'claude-haiku-5-5').build()`,
  `${on('claude-opus-5')}.user('Hi').fallbacks('claude-opus-9').build()`,
  "MessagesRequest.parse({ model: 'claude-haiku-5-5', max_tokens: 9, messages: [{ role: 'user', content: 'Hi' }], fallbacks: 'default' })",
  "MessagesRequest.parse({ model: 'claude-fable-5-2', max_tokens: 9, messages: [{ role: 'user', content: 'Hi' }], fallbacks: [{ model: 'claude-opus-5' }, { model: 'claude-opus-4-8', max_tokens: 100 }] })",
  // The documentation does not say what these models may fall back to.
  "MessagesRequest.parse({ model: 'claude-opus-5-5', max_tokens: 9, messages: [{ role: 'user', content: 'Hi' }], fallbacks: [{ model: 'claude-opus-5' }] })",
  "MessagesRequest.parse({ model: 'claude-opus-5', max_tokens: 9, messages: [{ role: 'user', content: 'Hi' }], fallbacks: [{ model: 'claude-opus-9' }] })",
  `${on('claude-opus-4-6')}.user('Hi').inferenceGeo('us').build()`,
  `${on('claude-sonnet-5')}.user('Hi').tools({ type: 'advisor_20260301', name: 'advisor', model: 'claude-opus-5-5', max_tokens: 1024 }).build()`,
  `${on('claude-opus-5')}.user('Hi').tools({ type: 'advisor_20260301', name: 'advisor', model: 'claude-opus-9' }).build()`,
  `${preset}.user('Hi').tools({ type: 'web_search_20260209', name: 'web_search', allowed_callers: ['direct'] }).build()`,
  `${preset}.user('Hi').tools({ type: 'web_search_20260318', name: 'web_search', allowed_callers: ['direct'] }).build()`,
  `${on('claude-opus-5')}.user('Hi').tools({ name: 'f', input_schema: { type: 'object' }, allowed_callers: ['code_execution_20260120'] }, { type: 'code_execution_20260120', name: 'code_execution' }).build()`,
  // Adaptive thinking takes block_binding on every model
  `${on('claude-sonnet-4-6')}.user('Hi').thinking({ type: 'adaptive', block_binding: { prefix_mismatch_behavior: 'drop_block' } }).build()`,
  // max_tokens 0 generates nothing, so adaptive thinking is allowed
  `${on('claude-opus-5')}.maxTokens(0).thinking('adaptive').user('Hi').build()`,
  `${on('claude-opus-5')}.contextManagement({ edits: [{ type: 'clear_thinking_20251015', keep: 'all' }, { type: 'clear_tool_uses_20250919' }] }).user('Hi').build()`,
  `${preset}.cacheControl({ ttl: '1h' }).user([${cached('1h')}]).build()`,
  `${preset}.user([document({ text: 'One.' }, { citations: { enabled: true } }), document({ text: 'Two.' }, { citations: { enabled: true } })]).build()`,
  `${on('claude-opus-5')}.messages([{ role: 'user', content: 'Hi' }, { role: 'system', clear_at: 'next_user_message', content: 'Be brief.' }]).build()`,
  // A system message that only sets the effort may stand anywhere
  `${on('claude-opus-5')}.messages([{ role: 'system', content: [], output_config: { effort: 'low' } }, { role: 'user', content: 'Hi' }]).build()`,
  `${on('claude-opus-5')}.messages([{ role: 'user', content: 'Hi' }, { role: 'assistant', content: 'Yes?' }, { role: 'system', content: [], output_config: { effort: 'low' } }, { role: 'user', content: 'Bye' }]).build()`,
  // A compaction block in an assistant turn
  `${on('claude-opus-5')}.messages([{ role: 'assistant', content: [{ type: 'compaction', content: 'So far.', signature: 'EuYB' }] }, { role: 'user', content: 'Go on.' }]).build()`,
];

const tools = [
  // $schema and $id are sent unchanged
  `${preset}.user('Hi').tools({ name: 'f', input_schema: { $schema: 'https://json-schema.org/draft/2020-12/schema', $id: 'https://example.com/f', type: 'object' } }).build()`,
  `${preset}.user('Hi').tools({ name: 'f', strict: true, input_schema: { $schema: 'https://json-schema.org/draft/2020-12/schema', $id: 'https://example.com/f', ...${closed} } }).build()`,
  `${preset}.user('Hi').tools(${tool('f')}, ${tool('g')}).toolChoice({ type: 'tool', name: 'g' }).build()`,
  `${preset}.user('Hi').toolChoice({ type: 'tool', name: 'g' }).tools(${tool('f')}).tools(${tool('g')}).build()`,
  `${preset}.user('Hi').tools(${tool('f')}).toolChoice('any').build()`,
  `${preset}.user('Hi').toolChoice('none').build()`,
  `${on('claude-opus-5')}.user('Hi').thinking('adaptive').tools(${tool('f')}).toolChoice('any').build()`,
  `${on('claude-opus-5-5')}.user('Hi').tools(${tool('f')}).toolChoice({ type: 'auto', disable_parallel_tool_use: true }).build()`,
  `${preset}.user('Hi').tools({ type: 'web_search_20250305', name: 'web_search', allowed_domains: ['a.com'] }).build()`,
  `${preset}.user('Hi').tools({ type: 'web_search_20250305', name: 'web_search', allowed_domains: null, blocked_domains: null }).build()`,
  `${preset}.user('Hi').tools({ type: 'bash_20250124', name: 'bash', input_examples: [{ command: 'ls' }] }).build()`,
  `${preset}.user('Hi').tools({ name: 'f', input_schema: { type: 'object', properties: { list: { type: 'array' }, age: { type: 'integer' }, any: {}, either: { type: ['string', 'null'] } }, required: ['list'] }, input_examples: [{ list: [] }, { list: ['x'], age: 3, any: null, either: null, more: true }] }).build()`,
  `${preset}.user('Hi').tools({ type: 'tool_search_tool_regex', name: 'tool_search_tool_regex', cache_control: { type: 'ephemeral' } }, { ...${tool('f')}, defer_loading: true }, { ...${tool('g')}, defer_loading: false }).build()`,
  `${on('claude-opus-5-5')}.user('Hi').tools({ type: 'computer_toolset_20260801' }).build()`,
  `${on('claude-opus-5')}.user('Hi').tools({ type: 'computer_20251124', name: 'computer', display_width_px: 1024, display_height_px: 768 }).build()`,
  `${preset}.user('Hi').tools({ type: 'mcp_toolset', mcp_server_name: 'docs' }).mcpServers({ type: 'url', name: 'docs', url: 'https://example.com' }).build()`,
  `${preset}.user('Hi').mcpServers({ type: 'url', name: 'docs', url: 'https://example.com' }).build()`,
  `${preset}.user('Hi').tools({ type: 'code_execution_20260521', name: 'code_execution' }).container({ skills: [{ type: 'anthropic', skill_id: 'pptx' }] }).build()`,
  `${preset}.user('Hi').container('container_1').build()`,
  `${preset}.user('Hi').tools({ ...${tool('f')}, strict: true, input_schema: ${closed} }).build()`,
  `${preset}.user('Hi').tools({ name: 'f', strict: true, input_schema: { type: 'object', properties: { list: { type: 'array', items: { $ref: '#/$defs/Item' }, minItems: 1 } }, $defs: { Item: { type: ['string', 'null'], format: 'date' } }, additionalProperties: false } }).build()`,
  `${preset}.user('Hi').tools({ name: 'f', input_schema: { type: 'object', properties: { age: { type: 'integer', minimum: 0 } } } }).build()`,
  `${preset}.system([${cached('1h')}, ${cached('1h')}]).user([${cached('5m')}]).cacheControl().build()`,
  `${preset}.tools({ ...${tool('f')}, cache_control: { type: 'ephemeral', ttl: '1h' } }).system([${cached('5m')}]).user('Hi').build()`,
];

export const acceptedCases: readonly string[] = [
  ...settings,
  ...conversations,
  ...threads,
  ...services,
  ...tools,
];
