import { refused } from './refused-case.js';

const computer =
  "{ type: 'computer_20251124', name: 'computer', display_width_px: 1024, display_height_px: 768 }";
const server = (name: string) => `{ type: 'url', name: '${name}', url: 'https://example.com/${name}' }`;
const weather = "{ name: 'get_weather', input_schema: { type: 'object' } }";

export const tools = [
  ...refused('tool-choice-tool', [
    {
      code: `MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').tools(${weather}).toolChoice('tool').build()`,
      sentence: "a tool choice of type tool needs the name of one: { type: 'tool', name }",
      path: 'tool_choice.name',
      at: "'tool'",
    },
    {
      code: `MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').toolChoice({ type: 'tool' }).tools(${weather}).build()`,
      sentence: "a tool choice of type tool needs the name of one: { type: 'tool', name }",
      path: 'tool_choice.name',
      at: '{',
    },
    {
      code: `MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').tools(${weather}).toolChoice({ type: 'tool', name: 'get_wether' }).build()`,
      sentence: 'tool_choice names get_wether, which is not among the tools',
      path: 'tool_choice.name',
      at: 'name',
    },
    {
      code: `MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').toolChoice({ type: 'tool', name: 'get_wether' }).tools(${weather}).build()`,
      sentence: 'tool_choice names get_wether, which is not among the tools',
      path: 'tool_choice.name',
      at: 'MessagesRequestBuilder',
    },
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').toolChoice('any').build()",
      sentence: 'a tool choice needs tools: add them with tools()',
      path: 'tool_choice',
      at: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').toolChoice('any')",
    },
  ]),
  ...refused('tool-name', [
    {
      code: "MessagesRequest.parse({ model: 'claude-opus-5', max_tokens: 9, messages: [{ role: 'user', content: 'Hi' }], tools: [{ type: 'text_editor_20250728', name: 'str_replace_editor' }] })",
      sentence: 'text_editor_20250728 must be named str_replace_based_edit_tool',
      path: 'tools.0.name',
    },
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').tools({ name: 'bad name!', input_schema: { type: 'object' } }).build()",
      sentence: 'a tool name has 1 to 128 letters, digits, _ and -, not bad name!',
      path: 'tools.0.name',
      at: 'name',
    },
  ]),
  ...refused('tool-of-model', [
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').tools({ type: 'web_search_20260209', name: 'web_search' }).build()",
      sentence: 'claude-haiku-4-5 does not take web_search_20260209: use an older version of the tool',
      path: 'tools.0.type',
      at: 'type',
    },
    {
      code: "MessagesRequestBuilder.create('claude-opus-4-5').maxTokens(9).user('Hi').tools(webFetch({ version: '20260209' })).build()",
      sentence: 'claude-opus-4-5 does not take web_fetch_20260209: use an older version of the tool',
      path: 'tools.0.type',
      at: 'webFetch(',
    },
    {
      code: "MessagesRequestBuilder.create('claude-sonnet-5').maxTokens(9).user('Hi').tools(codeExecution({ version: '20260120' })).model('claude-haiku-4-5').build()",
      sentence: 'claude-haiku-4-5 does not take code_execution_20260120: use an older version of the tool',
      path: 'tools.0.type',
      at: "'claude-haiku-4-5'",
    },
  ]),
  ...refused('advisor', [
    {
      code: "MessagesRequestBuilder.create('claude-opus-5').maxTokens(9).user('Hi').tools({ type: 'advisor_20260301', name: 'advisor', model: 'claude-sonnet-5' }).build()",
      sentence:
        'claude-opus-5 takes no advice from claude-sonnet-5: name a model that is at least as capable',
      path: 'tools.0.model',
      at: 'model',
    },
    {
      code: "MessagesRequestBuilder.create('claude-sonnet-5').maxTokens(9).user('Hi').tools({ type: 'advisor_20260301', name: 'advisor', model: 'claude-sonnet-5' }).model('claude-fable-5-2').build()",
      sentence:
        'claude-fable-5-2 takes no advice from claude-sonnet-5: name a model that is at least as capable',
      path: 'tools.0.model',
      at: "'claude-fable-5-2'",
    },
    {
      code: "MessagesRequestBuilder.create('claude-sonnet-5').maxTokens(9).user('Hi').tools({ type: 'advisor_20260301', name: 'advisor', model: 'claude-opus-5', max_tokens: 1000 }).build()",
      sentence: 'an advisor takes max_tokens of 1024 or more, not 1000',
      path: 'tools.0.max_tokens',
      at: 'max_tokens',
    },
  ]),
  ...refused('programmatic-calls', [
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').tools({ name: 'f', input_schema: { type: 'object' }, allowed_callers: ['code_execution_20260120'] }).build()",
      sentence: 'claude-haiku-4-5 lets no code call tools: leave allowed_callers out',
      path: 'tools.0.allowed_callers',
      at: 'allowed_callers',
    },
    {
      code: "MessagesRequestBuilder.create('claude-opus-5').maxTokens(9).user('Hi').tools({ name: 'f', strict: true, input_schema: { type: 'object', properties: {}, additionalProperties: false }, allowed_callers: ['direct', 'code_execution_20260120'] }).build()",
      sentence: 'a tool that code may call cannot be strict: leave strict or allowed_callers out',
      path: 'tools.0.strict',
      at: 'strict',
    },
    {
      code: "MessagesRequestBuilder.create('claude-opus-5').maxTokens(9).user('Hi').tools({ name: 'f', input_schema: { type: 'object', properties: { next: { $ref: '#' } } }, allowed_callers: ['code_execution_20260120'] }).build()",
      sentence: 'a tool that code may call takes no recursive schema',
      path: 'tools.0.input_schema',
    },
    {
      code: "MessagesRequestBuilder.create('claude-opus-5').maxTokens(9).user('Hi').tools({ name: 'f', input_schema: { type: 'object' }, allowed_callers: ['code_execution_20260120'] }).toolChoice({ type: 'auto', disable_parallel_tool_use: true }).build()",
      sentence: 'disable_parallel_tool_use does not go with tools that code may call: leave it out',
      path: 'tool_choice.disable_parallel_tool_use',
    },
    {
      code: "MessagesRequestBuilder.create('claude-opus-5').maxTokens(9).user('Hi').tools({ name: 'f', input_schema: { type: 'object' }, allowed_callers: ['code_execution_20260120'] }).toolChoice({ type: 'tool', name: 'f' }).build()",
      sentence: "tool_choice names f, which only code may call: add 'direct' to its allowed_callers",
      path: 'tool_choice.name',
    },
  ]),
  ...refused('computer-toolset', [
    {
      code: `MessagesRequestBuilder.create('claude-opus-5').maxTokens(9).user('Hi').tools({ type: 'computer_toolset_20260801' }, ${computer}).build()`,
      sentence: 'computer_toolset_20260801 takes no other tool named computer beside it: remove one of them',
      path: 'tools.1',
    },
    {
      code: "MessagesRequest.parse({ model: 'claude-opus-5', max_tokens: 9, messages: [{ role: 'user', content: 'Hi' }], tools: [{ type: 'computer_toolset_20260801', name: 'computer' }] })",
      sentence: 'computer_toolset_20260801 takes no name: leave it out',
      path: 'tools.0.name',
    },
    {
      code: "MessagesRequestBuilder.create('claude-opus-5').maxTokens(9).user('Hi').betas('fine-grained-tool-streaming-2025-05-14').tools({ type: 'browser_toolset_20260801' }).build()",
      sentence:
        'a toolset does not go with the beta fine-grained-tool-streaming-2025-05-14: leave the beta out',
      path: 'tools',
    },
  ]),
  ...refused('tool-names-unique', [
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').tools(webSearch(), webSearch()).build()",
      sentence: 'tool names must be unique: web_search is given twice',
      path: 'tools.1.name',
      at: 'webSearch()',
    },
    {
      code: `MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').tools(${weather}).tools(tool({ name: 'get_weather', description: 'Says it.', input: { type: 'object' }, run: () => 'Rain' })).build()`,
      sentence: 'tool names must be unique: get_weather is given twice',
      path: 'tools.1.name',
      at: 'tool(',
    },
    {
      code: `MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').tools(${weather}, ${weather}).build()`,
      sentence: 'tool names must be unique: get_weather is given twice',
      path: 'tools.1.name',
      at: 'name',
    },
    {
      code: `MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').tools(${weather}).tools(${weather}).build()`,
      sentence: 'tool names must be unique: get_weather is given twice',
      path: 'tools.1.name',
      at: 'name',
    },
  ]),
  ...refused('forced-tool-choice', [
    // This request breaks two rules: the tool choice names an unknown tool as well.
    {
      code: `MessagesRequestBuilder.create('claude-opus-5-5').maxTokens(9).user('Hi').tools(${weather}).toolChoice({ type: 'tool', name: 'get_wether' }).build()`,
      sentence: 'claude-opus-5-5 cannot be forced to use a tool: use tool choice auto',
      path: 'tool_choice.type',
      at: 'type',
    },
    {
      code: `MessagesRequestBuilder.create('claude-opus-5-5').maxTokens(9).user('Hi').tools(${weather}).toolChoice('any').build()`,
      sentence: 'claude-opus-5-5 cannot be forced to use a tool: use tool choice auto',
      path: 'tool_choice.type',
      at: "'any'",
    },
    {
      code: `MessagesRequestBuilder.create('claude-opus-5-5').maxTokens(9).user('Hi').tools(${weather}).toolChoice({ type: 'tool', name: 'get_weather' }).build()`,
      sentence: 'claude-opus-5-5 cannot be forced to use a tool: use tool choice auto',
      path: 'tool_choice.type',
      at: 'type',
    },
  ]),
  ...refused('thinking-with-forced-tool', [
    {
      code: `MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(4096).user('Hi').tools(${weather}).thinking({ type: 'enabled', budget_tokens: 2048 }).toolChoice('any').build()`,
      sentence: 'with thinking enabled a tool cannot be forced: use tool choice auto',
      path: 'tool_choice.type',
      at: "'any'",
    },
  ]),
  ...refused('tool-input-schema', [
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').tools({ name: 'f', input_schema: { type: 'string' } }).build()",
      sentence: 'the input_schema of a tool must have type object at its root',
      path: 'tools.0.input_schema',
      at: 'type',
    },
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').tools({ name: 'f', input_schema: { anyOf: [{ type: 'object' }] } }).build()",
      sentence: 'the input_schema of a tool must have type object at its root',
      path: 'tools.0.input_schema',
      at: 'anyOf',
    },
  ]),
  ...refused('input-examples', [
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').tools({ name: 'f', input_schema: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] }, input_examples: [{ city: 'Paris' }, {}] }).build()",
      sentence: 'an example of input lacks city, which the schema requires',
      path: 'tools.0.input_examples.1.city',
    },
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').tools({ name: 'f', input_schema: { type: 'object', properties: { days: { type: 'integer' } } }, input_examples: [{ days: 1.5 }] }).build()",
      sentence: 'days is number in an example of input, integer in the schema',
      path: 'tools.0.input_examples.0.days',
    },
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').tools({ type: 'web_search_20250305', name: 'web_search', input_examples: [{ query: 'news' }] }).build()",
      sentence: 'web_search_20250305 takes no input_examples: leave them out',
      path: 'tools.0.input_examples',
      at: 'input_examples',
    },
  ]),
  ...refused('deferred-tools', [
    {
      code: `MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').tools({ ...${weather}, defer_loading: true }).build()`,
      sentence: 'at least one tool must not be deferred: leave defer_loading out of the tool that searches',
      path: 'tools',
    },
    {
      code: `MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').tools({ type: 'tool_search_tool_bm25', name: 'tool_search_tool_bm25' }, { ...${weather}, defer_loading: true, cache_control: { type: 'ephemeral' } }).build()`,
      sentence: 'a deferred tool takes no cache_control: set it on a tool that is not deferred',
      path: 'tools.1.cache_control',
    },
  ]),
  ...refused('domains', [
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').tools({ type: 'web_search_20250305', name: 'web_search', allowed_domains: ['a.com'], blocked_domains: ['b.com'] }).build()",
      sentence: 'a tool takes allowed_domains or blocked_domains, not both',
      path: 'tools.0.blocked_domains',
      at: 'blocked_domains',
    },
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').tools({ type: 'web_fetch_20250910', name: 'web_fetch', allowed_domains: ['a.com'], blocked_domains: ['b.com'] }).build()",
      sentence: 'a tool takes allowed_domains or blocked_domains, not both',
      path: 'tools.0.blocked_domains',
      at: 'blocked_domains',
    },
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').tools(webSearch({ allowed_domains: ['a.com'], blocked_domains: ['b.com'] })).build()",
      sentence: 'a tool takes allowed_domains or blocked_domains, not both',
      path: 'tools.0.blocked_domains',
      at: 'blocked_domains',
    },
  ]),
  ...refused('computer-tool', [
    {
      code: `MessagesRequestBuilder.create('claude-opus-5-5').maxTokens(9).user('Hi').tools(${computer}).build()`,
      sentence: 'claude-opus-5-5 takes no computer_20251124: use computer_toolset_20260801',
      path: 'tools.0.type',
      at: 'type',
    },
    {
      code: `MessagesRequestBuilder.create('claude-opus-5').maxTokens(9).user('Hi').tools(${computer}).model('claude-haiku-5-5').build()`,
      sentence: 'claude-haiku-5-5 takes no computer_20251124: use computer_toolset_20260801',
      path: 'tools.0.type',
      at: "'claude-haiku-5-5'",
    },
  ]),
  ...refused('mcp-toolset', [
    {
      code: `MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').mcpServers(${server('docs')}).tools({ type: 'mcp_toolset', mcp_server_name: 'doc' }).build()`,
      sentence: 'mcp_toolset names doc, which is not among the MCP servers',
      path: 'tools.0.mcp_server_name',
      at: "MessagesRequestBuilder.create('claude-haiku-4-5')",
    },
    {
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').mcpServers({ type: 'url', name: 'docs', url: 'http://example.com' }).build()",
      sentence: 'the url of an MCP server must start with https://',
      path: 'mcp_servers.0.url',
      at: 'url',
    },
    {
      code: `MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').mcpServers(${server('docs')}, ${server('wiki')}).tools({ type: 'mcp_toolset', mcp_server_name: 'docs' }).build()`,
      sentence: 'MCP server wiki needs one mcp_toolset, not 0',
      path: 'mcp_servers.1',
    },
    {
      code: `MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').mcpServers(${server('docs')}, ${server('docs')}).build()`,
      sentence: 'MCP server names must be unique: docs is given twice',
      path: 'mcp_servers.1.name',
    },
  ]),
  ...refused('skills', [
    {
      code: "MessagesRequestBuilder.create('claude-opus-5').maxTokens(9).user('Hi').container({ skills: [{ type: 'anthropic', skill_id: 'pptx' }] }).build()",
      sentence: 'skills need the code execution tool: add it with tools()',
      path: 'container.skills',
      at: "MessagesRequestBuilder.create('claude-opus-5')",
    },
    {
      code: `MessagesRequestBuilder.create('claude-opus-5').maxTokens(9).user('Hi').tools(${weather}).container({ skills: [{ type: 'anthropic', skill_id: 'pptx' }] }).build()`,
      sentence: 'skills need the code execution tool: add it with tools()',
      path: 'container.skills',
    },
  ]),
];
