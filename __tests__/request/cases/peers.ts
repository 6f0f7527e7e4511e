/** A request that the API refuses, and that other SDKs send or reject without a clear reason. */
interface PeerCase {
  readonly what: string;
  readonly code: string;
  /** Part of the message of the compiler and of the run-time check. */
  readonly sentence: string;
  /** Whether only the run-time check refuses it. */
  readonly runtimeOnly?: true;
}

const on = (model: string) => `MessagesRequestBuilder.create('${model}').maxTokens(4096).user('Hi')`;
const haiku = on('claude-haiku-4-5');
const fresh = "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(4096)";
const weather = "{ name: 'get_weather', input_schema: { type: 'object' } }";
const cached = (ttl: string) =>
  `{ type: 'text', text: 'x', cache_control: { type: 'ephemeral', ttl: '${ttl}' } }`;
const call = "{ type: 'tool_use', id: 'toolu_1', name: 'x', input: {} }";
const result = "{ type: 'tool_result', tool_use_id: 'toolu_1', content: '1' }";
const cited =
  "{ type: 'text', text: 'Hi', citations: [{ type: 'char_location', cited_text: 'H', document_index: 0, document_title: null, start_char_index: 0, end_char_index: 1 }] }";
const send = (request: string) => `Client.fromApiKey(ApiKey.of('test')).createMessage(${request})`;
const parsed = (fields: string) =>
  `MessagesRequest.parse({ model: 'claude-opus-5-5', max_tokens: 9, messages: [{ role: 'user', content: 'Hi' }], ${fields} })`;

/**
 * Not in this list, although other SDKs fail: an MCP server without its beta header (clust sends it), 64,000 tokens
 * without streaming (clust streams), and an unknown beta (it may be newer than this release).
 */
export const peerCases: readonly PeerCase[] = [
  {
    what: 'a temperature under the newest API version',
    code: send(`${on('claude-sonnet-4-6')}.temperature(0.2).build()`),
    sentence: 'API version 2026-10-21 takes no temperature',
  },
  {
    what: 'a temperature from an extended preset under the newest API version',
    code: send(`${on('claude-sonnet-4-6')}.temperature(0.2).maxTokens(20).build()`),
    sentence: 'API version 2026-10-21 takes no temperature',
  },
  {
    what: 'top_k under the newest API version',
    code: send(`${haiku}.topK(5).build()`),
    sentence: 'API version 2026-10-21 takes no',
  },
  {
    what: 'a temperature for a model that takes none',
    code: `${on('claude-opus-4-7')}.temperature(0.5).build()`,
    sentence: 'claude-opus-4-7 rejects temperature, top_p and top_k',
  },
  {
    what: 'temperature and top_p',
    code: `${haiku}.topP(0.9).temperature(0.5).build()`,
    sentence: 'claude-haiku-4-5 takes temperature or top_p, not both',
  },
  {
    what: 'a thinking budget above max_tokens',
    code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(1024).user('Hi').thinking({ type: 'enabled', budget_tokens: 4096 }).build()",
    sentence: 'thinking budget 4096 must be below max_tokens 1024',
  },
  {
    what: 'a thinking budget below the minimum',
    code: `${haiku}.thinking({ type: 'enabled', budget_tokens: 100 }).build()`,
    sentence: 'thinking budget 100 is below 1024',
  },
  {
    what: 'disabled thinking for a model that always thinks',
    code: `${on('claude-opus-5-5')}.thinking({ type: 'disabled' }).build()`,
    sentence: 'claude-opus-5-5 does not take thinking of type disabled',
  },
  {
    what: 'a thinking budget for a model that takes none',
    code: `${on('claude-opus-5-5')}.thinking({ type: 'enabled', budget_tokens: 2048 }).build()`,
    sentence: 'claude-opus-5-5 does not take thinking of type enabled',
  },
  {
    what: 'adaptive thinking for a model that needs a budget',
    code: `${haiku}.thinking({ type: 'adaptive' }).build()`,
    sentence: 'claude-haiku-4-5 does not take thinking of type adaptive',
  },
  {
    what: 'an effort level for a model without effort',
    code: `${haiku}.effort('xhigh').build()`,
    sentence: 'claude-haiku-4-5 has no effort setting',
  },
  {
    what: 'an effort level that the model does not support',
    code: `${on('claude-opus-4-6')}.effort('xhigh').build()`,
    sentence: 'claude-opus-4-6 does not take effort xhigh',
  },
  {
    what: 'effort max with disabled thinking',
    code: `${on('claude-opus-5')}.thinking({ type: 'disabled' }).effort('max').build()`,
    sentence: 'with thinking disabled claude-opus-5 takes no effort above high',
  },
  {
    what: 'effort max with thinking between tools',
    code: `${on('claude-sonnet-5-5')}.thinking({ type: 'between_tools' }).effort('max').build()`,
    sentence: 'with thinking between_tools claude-sonnet-5-5 takes no effort above high',
  },
  {
    what: 'a display setting with disabled thinking',
    code: `${on('claude-opus-5')}.thinking({ type: 'disabled', display: 'omitted' }).build()`,
    sentence: 'thinking disabled takes no display: leave it out',
  },
  {
    what: 'a forced tool for a model that does not support it',
    code: `${on('claude-opus-5-5')}.tools(${weather}).toolChoice({ type: 'any' }).build()`,
    sentence: 'claude-opus-5-5 cannot be forced to use a tool',
  },
  {
    what: 'a forced tool with a thinking budget',
    code: `${haiku}.tools(${weather}).toolChoice({ type: 'tool', name: 'get_weather' }).thinking({ type: 'enabled', budget_tokens: 2048 }).build()`,
    sentence: 'with thinking enabled a tool cannot be forced',
  },
  {
    what: 'a tool choice that names an unknown tool',
    code: `${haiku}.tools(${weather}).toolChoice({ type: 'tool', name: 'get_wether' }).build()`,
    sentence: 'tool_choice names get_wether, which is not among the tools',
  },
  {
    what: 'a tool choice without tools',
    code: `${haiku}.toolChoice({ type: 'any' }).build()`,
    sentence: 'a tool choice needs tools',
  },
  {
    what: 'two tools with the same name',
    code: `${haiku}.tools(${weather}, ${weather}).build()`,
    sentence: 'tool names must be unique: get_weather is given twice',
  },
  {
    what: 'an invalid tool name',
    code: `${haiku}.tools({ name: 'bad name!', input_schema: { type: 'object' } }).build()`,
    sentence: 'a tool name has 1 to 128 letters, digits, _ and -, not bad name!',
  },
  {
    what: 'max_tokens above the limit of the model',
    code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(200_000).user('Hi').stream(true).build()",
    sentence: 'claude-haiku-4-5 generates at most 64000 tokens, not 200000',
  },
  {
    what: 'a fractional max_tokens',
    code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(1.5).user('Hi').build()",
    sentence: 'max_tokens takes a whole number of tokens, 0 or more, not 1.5',
  },
  {
    what: 'a negative max_tokens',
    code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(-1).user('Hi').build()",
    sentence: 'max_tokens takes a whole number of tokens, 0 or more, not -1',
  },
  {
    what: 'no max_tokens',
    code: "MessagesRequestBuilder.create('claude-haiku-4-5').user('Hi').build()",
    sentence: 'build() needs maxTokens()',
  },
  {
    what: 'a stream with max_tokens 0',
    code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(0).user('Hi').stream(true).build()",
    sentence: 'max_tokens 0 only fills the cache: it does not go with stream(true)',
  },
  {
    what: 'a prefill for a model that takes none',
    code: `${on('claude-opus-5-5')}.assistant('{').build()`,
    sentence: 'claude-opus-5-5 takes no prefill',
  },
  {
    what: 'a prefill that ends in white space',
    code: `${haiku}.assistant('Answer: ').build()`,
    sentence: 'a prefill must not end in white space: trim it',
  },
  {
    what: 'a tool result without its tool call',
    code: `${fresh}.user([${result}]).build()`,
    sentence: 'tool_result toolu_1 answers no tool_use of the turn before',
  },
  {
    what: 'a tool call without its result',
    code: `${haiku}.assistant([${call}]).user('next').build()`,
    sentence: 'tool_use toolu_1 needs its tool_result',
  },
  {
    what: 'a tool call in a user turn',
    code: `${fresh}.user([${call}]).build()`,
    sentence: 'a turn of the user takes no tool_use block',
  },
  {
    what: 'a tool result in an assistant turn',
    code: `${haiku}.assistant([{ type: 'tool_result', tool_use_id: 'toolu_1' }]).user('next').build()`,
    sentence: 'a turn of the assistant takes no tool_result block',
  },
  {
    what: 'a thinking block in a user turn',
    code: `${fresh}.user([{ type: 'thinking', thinking: 'x', signature: 'y' }]).build()`,
    sentence: 'a turn of the user takes no thinking block',
  },
  {
    what: 'an image in an assistant turn',
    code: `${haiku}.assistant([{ type: 'image', source: { type: 'url', url: 'https://example.com/a.png' } }]).user('next').build()`,
    sentence: 'a turn of the assistant takes no image block',
  },
  {
    what: 'a document in an assistant turn under the newest API version',
    code: send(
      `${haiku}.assistant([{ type: 'document', source: { type: 'url', url: 'https://example.com/a.pdf' } }]).user('And?').build()`,
    ),
    sentence: 'API version 2026-10-21 takes no document in an assistant turn',
  },
  {
    what: 'citations on user text under the newest API version',
    code: send(`${fresh}.user([${cited}]).build()`),
    sentence: 'API version 2026-10-21 takes no citations on text of the user',
  },
  {
    what: 'an empty conversation',
    code: `${fresh}.messages([]).build()`,
    sentence: 'a conversation needs a turn',
  },
  {
    what: 'empty text',
    code: `${fresh}.user([{ type: 'text', text: '' }]).build()`,
    sentence: 'text must contain a character that is not white space',
  },
  {
    what: 'blank text',
    code: `${fresh}.user(' \\n').build()`,
    sentence: 'text must contain a character that is not white space',
  },
  {
    what: 'a system message that opens the conversation',
    code: `${fresh}.messages([{ role: 'system', content: 'x' }]).build()`,
    sentence: 'a system message cannot open the conversation',
  },
  {
    what: 'a fifth cache breakpoint',
    code: `${haiku}.system([${Array.from({ length: 5 }, () => cached('5m')).join(', ')}]).build()`,
    sentence: 'a request takes at most 4 cache breakpoints, not 5',
  },
  {
    what: 'a 1-hour cache breakpoint after a 5-minute one',
    code: `${haiku}.system([${cached('5m')}, ${cached('1h')}]).build()`,
    sentence: 'a cache breakpoint of 1h must come before those of 5m',
  },
  {
    what: 'a thinking block with cache_control',
    code: `${haiku}.assistant([{ type: 'thinking', thinking: 'x', signature: 'y', cache_control: { type: 'ephemeral' } }, { type: 'text', text: 'x' }]).user('next').build()`,
    sentence: 'a thinking block takes no cache_control',
  },
  {
    what: 'compaction together with context_management',
    code: parsed("compaction: { type: 'summarize' }, context_management: { edits: [] }"),
    sentence: 'a request with compaction must not have context_management',
    runtimeOnly: true,
  },
  {
    what: 'a compaction trigger below the minimum',
    code: `${on('claude-opus-5')}.contextManagement({ edits: [{ type: 'compact_20260112', trigger: { type: 'input_tokens', value: 1000 } }] }).build()`,
    sentence: 'compaction starts at 50000 input tokens or more, not 1000',
  },
  {
    what: 'allowed and blocked domains at once',
    code: `${haiku}.tools({ type: 'web_search_20250305', name: 'web_search', allowed_domains: ['a.com'], blocked_domains: ['b.com'] }).build()`,
    sentence: 'a tool takes allowed_domains or blocked_domains, not both',
  },
  {
    what: 'a computer tool that the model no longer takes',
    code: `${on('claude-sonnet-5-5')}.tools({ type: 'computer_20251124', name: 'computer', display_width_px: 1, display_height_px: 1 }).build()`,
    sentence: 'claude-sonnet-5-5 takes no computer_20251124',
  },
  {
    what: 'an MCP toolset that names an unknown server',
    code: `${haiku}.tools({ type: 'mcp_toolset', mcp_server_name: 'a' }).build()`,
    sentence: 'mcp_toolset names a, which is not among the MCP servers',
  },
  {
    what: 'skills without the code execution tool',
    code: `${haiku}.container({ skills: [{ type: 'anthropic', skill_id: 'pptx' }] }).build()`,
    sentence: 'skills need the code execution tool',
  },
  {
    what: 'a tool whose input schema is not an object schema',
    code: `${haiku}.tools({ name: 'f', input_schema: { type: 'string' } }).build()`,
    sentence: 'the input_schema of a tool must have type object at its root',
  },
  {
    what: 'a strict tool with a minimum in its schema',
    code: `${haiku}.tools({ name: 'f', strict: true, input_schema: { type: 'object', properties: { n: { type: 'number', minimum: 0 } }, additionalProperties: false } }).build()`,
    sentence: 'structured outputs take no minimum',
    runtimeOnly: true,
  },
  {
    what: 'citations with an output format',
    code: `${fresh}.user([{ type: 'document', source: { type: 'url', url: 'https://example.com/a.pdf' }, citations: { enabled: true } }]).outputFormat({ type: 'object' }).build()`,
    sentence: 'citations do not go with an output format',
  },
  {
    what: 'a blank stop sequence',
    code: `${haiku}.stopSequences('   ').build()`,
    sentence: 'a stop sequence needs a character that is not white space',
  },
  {
    what: 'an image whose data is not base64',
    code: `${fresh}.user([{ type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'data:image/png;base64,AAAA' } }]).build()`,
    sentence: 'this is not base64',
    runtimeOnly: true,
  },
  {
    what: 'fast speed for a model without it',
    code: `${haiku}.speed('fast').build()`,
    sentence: 'claude-haiku-4-5 has no fast speed: leave speed out',
  },
  {
    what: 'a misspelled model id',
    code: "MessagesRequestBuilder.create('claude-opsu-5-5').maxTokens(9).user('Hi').build()",
    sentence: 'clust does not know the model claude-opsu-5-5: use defineModel()',
  },
  {
    what: 'a streaming request given to createMessage()',
    code: send(`${haiku}.stream(true).build()`),
    sentence: 'a request with stream: true goes to createMessageStream()',
  },
];
