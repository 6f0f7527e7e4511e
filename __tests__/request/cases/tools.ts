import { refused } from './refused-case.js';

const weather = "{ name: 'get_weather', input_schema: { type: 'object' } }";

export const tools = [
  ...refused('tool-choice-tool', [
    {
      code: `MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').tools(${weather}).toolChoice({ type: 'tool', name: 'get_wether' }).build()`,
      sentence: 'tool_choice names get_wether, which is not among the tools',
      path: 'tool_choice.name',
      at: 'name',
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
];
