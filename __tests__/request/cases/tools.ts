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
      code: "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').tools({ name: 'bad name!', input_schema: { type: 'object' } }).build()",
      sentence: 'a tool name has 1 to 128 letters, digits, _ and -, not bad name!',
      path: 'tools.0.name',
      at: 'name',
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
    // Two rules are broken at once.
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
