import { describe, expect, test } from '@jest/globals';
import { catalogue } from '../../lib/models/catalogue.js';
import { findModel } from '../../lib/models/find-model.js';
import { completionsAt, hoverAt } from '../support/editor.js';

const completionsOf = (steps: string) =>
  completionsAt(
    `import { MessagesRequestBuilder } from 'clust';\nMessagesRequestBuilder.${steps}`,
  ).toSorted();

const weather = "{ name: 'get_weather', input_schema: { type: 'object' } }";
const time = "{ name: 'get_time', input_schema: { type: 'object' } }";
const usableModels = Object.keys(catalogue).filter((id) => findModel(id)?.lifecycle.stage !== 'retired');
const modelsWithMaxEffort = Object.entries(catalogue)
  .filter(([, { effort }]) => (effort as readonly string[]).includes('max'))
  .map(([id]) => id);

/** The block types of an assistant turn. Images and tool results belong to user turns. */
const assistantTypes = [
  'advisor_tool_result',
  'bash_code_execution_tool_result',
  'code_execution_tool_result',
  'compaction',
  'container_upload',
  'document',
  'fallback',
  'mcp_tool_listing',
  'mcp_tool_result',
  'mcp_tool_use',
  'redacted_thinking',
  'server_tool_use',
  'text',
  'text_editor_code_execution_tool_result',
  'thinking',
  'tool_search_tool_result',
  'tool_use',
  'web_fetch_tool_result',
  'web_search_tool_result',
];

describe('the editor offers exactly the values that compile in', () => {
  test.each([
    ["create('/*|*/')", usableModels],
    ["create('claude-opus-5').effort('max').model('/*|*/')", modelsWithMaxEffort],
    ["create('claude-opus-5').effort('/*|*/')", ['low', 'medium', 'high', 'xhigh', 'max']],
    ["create('claude-opus-5').thinking('disabled').effort('/*|*/')", ['low', 'medium', 'high']],
    ["create('claude-opus-5').thinking('/*|*/')", ['adaptive', 'disabled']],
    ["create('claude-opus-5').effort('max').thinking('/*|*/')", ['adaptive']],
    ["create('claude-sonnet-5-5').thinking({ type: '/*|*/' })", ['adaptive', 'between_tools']],
    ["create('claude-haiku-4-5').thinking({ type: '/*|*/' })", ['disabled', 'enabled']],
    [
      "create('claude-opus-5').thinking({ type: 'adaptive', display: '/*|*/' })",
      ['omitted', 'summarized', 'updates'],
    ],
    [`create('claude-haiku-4-5').tools(${weather}).toolChoice('/*|*/')`, ['any', 'auto', 'none']],
    [`create('claude-opus-5-5').tools(${weather}).toolChoice('/*|*/')`, ['auto', 'none']],
    [
      `create('claude-haiku-4-5').tools(${weather}, ${time}).toolChoice({ type: 'tool', name: '/*|*/' })`,
      ['get_time', 'get_weather'],
    ],
    ["create('claude-opus-5-5').speed('/*|*/')", ['fast', 'standard']],
    ["create('claude-sonnet-5-5').speed('/*|*/')", ['standard']],
    ["create('claude-fable-5-2').fallbacks('/*|*/')", ['default', 'claude-opus-5', 'claude-opus-4-8']],
    ["create('claude-haiku-5-5').fallbacks('/*|*/')", ['default']],
    ["create('claude-sonnet-5-5').thinking('between_tools').effort('/*|*/')", ['low', 'medium', 'high']],
    ["create('claude-sonnet-5-5').effort('xhigh').thinking('/*|*/')", ['adaptive']],
    ["create('claude-sonnet-5-5').effort('xhigh').thinking({ type: '/*|*/' })", ['adaptive']],
    [
      "create('claude-opus-5').effort('low').model('claude-opus-4-6').effort('/*|*/')",
      ['low', 'medium', 'high', 'max'],
    ],
    ["create('claude-opus-5').model('claude-haiku-4-5').thinking('/*|*/')", ['disabled']],
    [
      `create('claude-opus-5').tools(${weather}).model('claude-opus-5-5').toolChoice('/*|*/')`,
      ['auto', 'none'],
    ],
    ["create('claude-opus-5-5').speed('standard').model('claude-sonnet-5-5').speed('/*|*/')", ['standard']],
    [
      `create('claude-haiku-4-5').maxTokens(4096).thinking({ type: 'enabled', budget_tokens: 2048 }).tools(${weather}).toolChoice('/*|*/')`,
      ['auto', 'none'],
    ],
    ["create('claude-haiku-4-5').maxTokens(0).thinking({ type: '/*|*/' })", ['disabled']],
    [
      `create('claude-opus-5').thinking('disabled').speed('fast').tools(${weather}).toolChoice('any').model('/*|*/')`,
      ['claude-opus-4-6', 'claude-opus-4-8', 'claude-opus-5'],
    ],
    ["create('claude-opus-5-5').cacheControl({ ttl: '/*|*/' })", ['1h', '5m']],
    [
      "create('claude-opus-5-5').user([{ type: '/*|*/' }])",
      ['compaction', 'container_upload', 'document', 'image', 'search_result', 'text', 'tool_result'],
    ],
    ["create('claude-opus-5-5').assistant([{ type: '/*|*/' }])", assistantTypes],
    [
      "create('claude-opus-5-5').user([{ type: 'text', text: 'Hi', cache_control: { type: 'ephemeral', ttl: '/*|*/' } }])",
      ['1h', '5m'],
    ],
  ])('%s', (steps, expected) => {
    expect(completionsOf(steps)).toEqual(expected.toSorted());
  });
});

test('hovering over a preset shows its model, its limit and the names of its tools', () => {
  const { signature } = hoverAt(`import { MessagesRequestBuilder } from 'clust';
    export const /*|*/support = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(1024)
      .system('You help.').tools(${weather}, ${time});`);
  expect(signature).toMatchInlineSnapshot(`
"const support: MessagesRequestBuilder<{
    readonly model: "claude-haiku-4-5";
    readonly maxTokens: 1024;
    readonly tools: {
        readonly get_weather: unknown;
        readonly get_time: unknown;
    };
}, "no turns">"
`);
});
