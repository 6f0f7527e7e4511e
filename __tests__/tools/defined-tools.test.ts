import { describe, expect, test } from '@jest/globals';
import {
  advisor,
  bash,
  browserToolset,
  codeExecution,
  computerToolset,
  MessagesRequestBuilder,
  mcpToolset,
  textEditor,
  toolSearchBm25,
  toolSearchRegex,
  webFetch,
  webSearch,
} from '../../lib/index.js';
import { type Equal, expectType } from '../support/types.js';
import { answers, clientFor, message, says, sentTo } from './support.js';

test.each([
  [webSearch({ max_uses: 3 }), { type: 'web_search_20260318', name: 'web_search', max_uses: 3 }],
  [webSearch({ version: '20250305' }), { type: 'web_search_20250305', name: 'web_search' }],
  [webFetch({ use_cache: false }), { type: 'web_fetch_20260318', name: 'web_fetch', use_cache: false }],
  [codeExecution(), { type: 'code_execution_20260521', name: 'code_execution' }],
  [codeExecution({ version: '20250825' }), { type: 'code_execution_20250825', name: 'code_execution' }],
  [toolSearchRegex(), { type: 'tool_search_tool_regex_20251119', name: 'tool_search_tool_regex' }],
  [toolSearchBm25(), { type: 'tool_search_tool_bm25_20251119', name: 'tool_search_tool_bm25' }],
  [
    advisor({ model: 'claude-opus-5-5' }),
    { type: 'advisor_20260301', name: 'advisor', model: 'claude-opus-5-5' },
  ],
  [mcpToolset('calendar'), { type: 'mcp_toolset', mcp_server_name: 'calendar' }],
  [bash({ run: () => '' }).definition, { type: 'bash_20250124', name: 'bash' }],
  [
    textEditor({ max_characters: 9, run: () => '' }).definition,
    { type: 'text_editor_20250728', name: 'str_replace_based_edit_tool', max_characters: 9 },
  ],
])('a tool factory returns the definition %j', (tool, sent) => {
  expect(tool).toEqual(sent);
});

test('each version of webSearch() takes only its own fields', () => {
  const search = webSearch({ version: '20250305' });
  expectType<Equal<typeof search.type, 'web_search_20250305'>>();
  // @ts-expect-error: the first version has no response_inclusion
  webSearch({ version: '20250305', response_inclusion: 'full' });
  // @ts-expect-error: there is no such version
  webSearch({ version: '20240101' });
});

test('a call of bash() has typed input in onToolCall, and its handler runs', async () => {
  const shell = bash({ run: ({ command }) => `ran ${command}` });
  const request = MessagesRequestBuilder.create('claude-sonnet-5-5')
    .maxTokens(9)
    .tools(shell)
    .user('Hi')
    .build();
  const use = { type: 'tool_use', id: 'toolu_1', name: 'bash', input: { command: 'ls' } };
  const server = await answers(false, message([use]), says('Done.'));
  const commands: (string | undefined)[] = [];
  await clientFor(server).runTools(request, {
    onToolCall(call) {
      commands.push(call.input.command);
    },
  });
  expect(commands).toEqual(['ls']);
  expect(sentTo(server)[1].messages.at(-1).content[0].content).toBe('ran ls');
});

describe('a toolset', () => {
  test('enables only the tools that have a handler, and runs the calls of an answer one after the other', async () => {
    const done: string[] = [];
    const act = (name: string) => async () => {
      await new Promise((resolve) => setTimeout(resolve, name === 'mouse_move' ? 20 : 0));
      done.push(name);
    };
    const computer = computerToolset(
      { mouse_move: act('mouse_move'), left_click: act('left_click') },
      { configs: { left_click: { defer_loading: true } } },
    );
    const use = (id: string, name: string) => ({
      type: 'tool_use',
      id,
      name,
      input: {},
      toolset_name: 'computer',
    });
    const server = await answers(
      false,
      message([use('toolu_1', 'mouse_move'), use('toolu_2', 'left_click'), use('toolu_3', 'zoom')]),
      says('Done.'),
    );
    const request = MessagesRequestBuilder.create('claude-sonnet-5-5')
      .maxTokens(9)
      .tools(computer)
      .user('Click.')
      .build();
    await clientFor(server).runTools(request);
    expect(done).toEqual(['mouse_move', 'left_click']);
    const [first, second] = sentTo(server);
    expect(first.tools[0].type).toBe('computer_toolset_20260801');
    expect(first.tools[0].configs.zoom).toEqual({ enabled: false });
    expect(first.tools[0].configs.left_click).toEqual({ defer_loading: true });
    expect(Object.keys(first.tools[0].configs)).toHaveLength(16);
    expect(second.messages.at(-1).content).toEqual([
      { type: 'tool_result', tool_use_id: 'toolu_1', toolset_name: 'computer' },
      { type: 'tool_result', tool_use_id: 'toolu_2', toolset_name: 'computer' },
      {
        type: 'tool_result',
        tool_use_id: 'toolu_3',
        toolset_name: 'computer',
        content: 'computer failed: There is no zoom. There are: mouse_move, left_click.',
        is_error: true,
      },
    ]);
  });

  test('for a browser has its own type and name', () => {
    const { definition, name } = browserToolset({ navigate: () => 'there' });
    expect([definition.type, name]).toEqual(['browser_toolset_20260801', 'browser']);
  });
});
