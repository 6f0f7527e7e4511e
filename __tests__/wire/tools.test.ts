import { describe, expect, test } from '@jest/globals';
import type { ToolParam } from '../../lib/wire/tools/tool-param.js';
import { type Equal, expectType } from '../support/types.js';

const cache_control = { type: 'ephemeral' } as const;
const input_schema = {
  type: 'object',
  properties: { city: { type: 'string' } },
  required: ['city'],
} as const;

const screen = { display_width_px: 1280, display_height_px: 800 } as const;

const tools = [
  { name: 'get_weather', input_schema },
  {
    type: 'custom',
    name: 'get_weather',
    description: 'The weather',
    input_schema: { ...input_schema, additionalProperties: false, $defs: {} },
    strict: true,
    input_examples: [{ city: 'Paris' }],
    eager_input_streaming: true,
    defer_loading: false,
    allowed_callers: ['direct', 'code_execution_20260120'],
    cache_control,
  },
  { type: 'bash_20250124', name: 'bash' },
  { type: 'bash_20241022', name: 'bash', cache_control },
  { type: 'text_editor_20241022', name: 'str_replace_editor' },
  { type: 'text_editor_20250124', name: 'str_replace_editor' },
  { type: 'text_editor_20250429', name: 'str_replace_based_edit_tool' },
  { type: 'text_editor_20250728', name: 'str_replace_based_edit_tool', max_characters: 10_000 },
  { type: 'memory_20250818', name: 'memory' },
  {
    type: 'computer_20241022',
    name: 'computer',
    ...screen,
    display_number: null,
  },
  { type: 'computer_20250124', name: 'computer', ...screen },
  {
    type: 'computer_20251124',
    name: 'computer',
    ...screen,
    enable_zoom: true,
  },
  { type: 'computer_toolset_20260801', configs: { zoom: { enabled: false }, type: { defer_loading: true } } },
  { type: 'browser_toolset_20260801', configs: { javascript_exec: { enabled: false } }, cache_control },
  { type: 'web_search_20250305', name: 'web_search', max_uses: 3, allowed_domains: ['example.com'] },
  {
    type: 'web_search_20260209',
    name: 'web_search',
    blocked_domains: ['example.com'],
    user_location: { type: 'approximate', country: 'FR', timezone: 'Europe/Paris' },
  },
  { type: 'web_search_20260318', name: 'web_search', response_inclusion: 'excluded' },
  { type: 'web_fetch_20250910', name: 'web_fetch', citations: { enabled: true }, max_content_tokens: 1000 },
  { type: 'web_fetch_20260209', name: 'web_fetch', url_sources: { user_input: { type: 'none' } } },
  { type: 'web_fetch_20260309', name: 'web_fetch', use_cache: false },
  {
    type: 'web_fetch_20260318',
    name: 'web_fetch',
    response_inclusion: 'full',
    url_sources: { client_tool_results: { type: 'only', tools: [{ type: 'tool_reference', name: 'x' }] } },
  },
  { type: 'code_execution_20250522', name: 'code_execution' },
  { type: 'code_execution_20250825', name: 'code_execution' },
  { type: 'code_execution_20260120', name: 'code_execution' },
  { type: 'code_execution_20260521', name: 'code_execution' },
  { type: 'tool_search_tool_regex', name: 'tool_search_tool_regex' },
  { type: 'tool_search_tool_regex_20251119', name: 'tool_search_tool_regex' },
  { type: 'tool_search_tool_bm25', name: 'tool_search_tool_bm25' },
  { type: 'tool_search_tool_bm25_20251119', name: 'tool_search_tool_bm25' },
  {
    type: 'advisor_20260301',
    name: 'advisor',
    model: 'claude-opus-5-5',
    max_uses: 1,
    caching: cache_control,
  },
  {
    type: 'mcp_toolset',
    mcp_server_name: 'docs',
    default_config: { enabled: false },
    configs: { search: { enabled: true, defer_loading: true } },
  },
] as const satisfies readonly ToolParam[];

describe('ToolParam', () => {
  test('has exactly the tool types and versions of the list above', () => {
    expectType<
      Equal<
        Extract<(typeof tools)[number], { readonly type: string }>['type'],
        NonNullable<ToolParam['type']>
      >
    >();
    expect(new Set(tools.map((tool) => ('type' in tool ? tool.type : 'none'))).size).toBe(tools.length);
  });

  test('rejects a name or a setting that does not belong to the tool version', () => {
    const wrong: readonly ToolParam[] = [
      // @ts-expect-error: the tool is named bash
      { type: 'bash_20250124', name: 'shell' },
      // @ts-expect-error: only from 20250728 on
      { type: 'text_editor_20250429', name: 'str_replace_based_edit_tool', max_characters: 1 },
      // @ts-expect-error: only from 20251124 on
      { type: 'computer_20250124', name: 'computer', ...screen, enable_zoom: true },
      // @ts-expect-error: only from 20260318 on
      { type: 'web_search_20250305', name: 'web_search', response_inclusion: 'full' },
      // @ts-expect-error: only from 20260309 on
      { type: 'web_fetch_20250910', name: 'web_fetch', use_cache: true },
      // @ts-expect-error: the toolset has no such tool
      { type: 'computer_toolset_20260801', configs: { navigate: { enabled: false } } },
      // @ts-expect-error: the input must be an object
      { name: 'get_weather', input_schema: { type: 'string' } },
      // @ts-expect-error: a custom tool needs a schema
      { name: 'get_weather' },
      // @ts-expect-error: no such version
      { type: 'bash_20300101', name: 'bash' },
    ];
    expect(wrong).toHaveLength(9);
  });
});
