import { describe, expect, test } from '@jest/globals';
import {
  bash,
  type ComputerInput,
  computer,
  isToolCallError,
  MessagesRequest,
  MessagesRequestBuilder,
  type TextEditorInput,
  type Tool,
  textEditor,
} from '../../lib/index.js';
import { type Equal, expectType } from '../support/types.js';
import { answers, calls, clientFor, rejection, says, sentTo } from './support.js';

const display = { display_width_px: 1280, display_height_px: 800 };
const run = (input: unknown) => JSON.stringify(input);

/** Each version of a tool that the caller runs, its definition, and its beta header. */
const versions: readonly [Tool, object, string | undefined][] = [
  [bash({ run }), { type: 'bash_20250124', name: 'bash' }, undefined],
  [bash({ version: '20241022', run }), { type: 'bash_20241022', name: 'bash' }, 'computer-use-2024-10-22'],
  [
    textEditor({ run, max_characters: 9 }),
    { type: 'text_editor_20250728', name: 'str_replace_based_edit_tool', max_characters: 9 },
    undefined,
  ],
  [
    textEditor({ version: '20250429', run }),
    { type: 'text_editor_20250429', name: 'str_replace_based_edit_tool' },
    undefined,
  ],
  [
    textEditor({ version: '20250124', run }),
    { type: 'text_editor_20250124', name: 'str_replace_editor' },
    undefined,
  ],
  [
    textEditor({ version: '20241022', run }),
    { type: 'text_editor_20241022', name: 'str_replace_editor' },
    'computer-use-2024-10-22',
  ],
  [
    computer({ ...display, enable_zoom: true, run }),
    { type: 'computer_20251124', name: 'computer', ...display, enable_zoom: true },
    'computer-use-2025-11-24',
  ],
  [
    computer({ ...display, version: '20250124', display_number: 1, run }),
    { type: 'computer_20250124', name: 'computer', ...display, display_number: 1 },
    'computer-use-2025-01-24',
  ],
  [
    computer({ ...display, version: '20241022', run }),
    { type: 'computer_20241022', name: 'computer', ...display },
    'computer-use-2024-10-22',
  ],
];

test.each(versions)(
  'the tool %j is sent with its beta header, and its calls run',
  async (tool, sent, beta) => {
    expect(tool.definition).toEqual(sent);
    const request = MessagesRequestBuilder.create('claude-sonnet-4-6')
      .maxTokens(9)
      .tools(...[tool])
      .user('Hi')
      .build();
    const input =
      tool.name === 'computer'
        ? { action: 'screenshot' }
        : tool.name === 'bash'
          ? { command: 'ls' }
          : { command: 'view', path: '/a' };
    const server = await answers(false, calls({ [tool.name]: input }), says('Done.'));
    await clientFor(server).runTools(request);
    const [first, second] = sentTo(server);
    expect(first.tools).toEqual([sent]);
    expect(server.received.map(({ headers }) => headers['anthropic-beta'])).toEqual([beta, beta]);
    expect(second.messages.at(-1).content).toEqual([
      { type: 'tool_result', tool_use_id: 'toolu_0', content: JSON.stringify(input) },
    ]);
  },
);

describe('textEditor()', () => {
  test('types the commands and the name of each version', () => {
    type Commands<Version extends Parameters<typeof textEditor>[0]['version'] & string> =
      TextEditorInput<Version>['command'];
    expectType<Equal<Commands<'20250728'>, 'view' | 'create' | 'str_replace' | 'insert'>>();
    expectType<Equal<Commands<'20241022'>, 'view' | 'create' | 'str_replace' | 'insert' | 'undo_edit'>>();
    textEditor({ run: (edit) => (edit.command === 'insert' ? edit.insert_text : '') });
    const old = textEditor({
      version: '20250124',
      run: (edit) =>
        edit.command === 'insert' ? edit.new_str : edit.command === 'undo_edit' ? edit.path : '',
    });
    expectType<Equal<typeof old.name, 'str_replace_editor'>>();
    // @ts-expect-error: only the newest version has max_characters
    textEditor({ version: '20250429', max_characters: 9, run: () => '' });
    // @ts-expect-error: there is no such version
    textEditor({ version: '20230101', run: () => '' });
    // @ts-expect-error: bash() has no such version
    bash({ version: '20250728', run: () => '' });
  });

  test.each([
    ['20250728', { command: 'undo_edit', path: '/a' }],
    ['20250429', { command: 'undo_edit', path: '/a' }],
    ['20250728', { command: 'insert', path: '/a', insert_line: 0, new_str: 'x' }],
    ['20241022', { command: 'insert', path: '/a', insert_line: 0, insert_text: 'x' }],
    ['20250728', { command: 'view' }],
  ] as const)('version %s refuses the input %j', async (version, input) => {
    const error = await rejection(textEditor({ version, run }).call(input));
    expect(isToolCallError(error) && error.reason).toBe('invalid-input');
  });

  test.each([
    ['20250124', { command: 'undo_edit', path: '/a' }],
    ['20241022', { command: 'insert', path: '/a', insert_line: 0, new_str: 'x' }],
    ['20250429', { command: 'insert', path: '/a', insert_line: 0, new_str: 'x' }],
    ['20250429', { command: 'insert', path: '/a', insert_line: 0, insert_text: 'x' }],
    ['20250728', { command: 'view', path: '/a', view_range: [1, -1] }],
  ] as const)('version %s accepts the input %j', async (version, input) => {
    expect(await textEditor({ version, run }).call(input)).toBe(JSON.stringify(input));
  });
});

describe('computer()', () => {
  test('types the actions of each version', () => {
    type Actions<Version extends '20251124' | '20250124' | '20241022'> = ComputerInput<Version>['action'];
    expectType<Equal<Exclude<Actions<'20251124'>, Actions<'20250124'>>, 'zoom'>>();
    expectType<
      Equal<
        Exclude<Actions<'20250124'>, Actions<'20241022'>>,
        'triple_click' | 'left_mouse_down' | 'left_mouse_up' | 'scroll' | 'hold_key' | 'wait'
      >
    >();
    computer({ ...display, run: (input) => (input.action === 'zoom' ? input.region[3] : '') });
    // @ts-expect-error: this version cannot zoom
    computer({ ...display, version: '20250124', run: (input) => input.action === 'zoom' });
    // @ts-expect-error: this version has no enable_zoom
    computer({ ...display, version: '20250124', enable_zoom: true, run: () => '' });
  });

  test.each([
    ['20251124', { action: 'zoom', region: [0, 0, 9, 9] }, true],
    ['20250124', { action: 'zoom', region: [0, 0, 9, 9] }, false],
    ['20250124', { action: 'scroll', coordinate: [1, 2], scroll_direction: 'down', scroll_amount: 3 }, true],
    ['20241022', { action: 'scroll', coordinate: [1, 2], scroll_direction: 'down', scroll_amount: 3 }, false],
    ['20241022', { action: 'left_click_drag', coordinate: [1, 2] }, true],
    ['20251124', { action: 'mouse_move' }, false],
    ['20251124', { action: 'left_click', coordinate: [1, 2], text: 'ctrl' }, true],
  ] as const)('version %s accepts %j: %s', async (version, input, isTaken) => {
    const outcome = await rejection(computer({ ...display, version, run }).call(input));
    expect(isToolCallError(outcome)).toBe(!isTaken);
  });

  test('is refused at compile time and at run time for a model that takes only the computer toolset', () => {
    const desktop = computer({ ...display, run });
    const newest = MessagesRequestBuilder.create('claude-sonnet-5-5').maxTokens(9).user('Hi');
    // @ts-expect-error: claude-sonnet-5-5 takes no computer_20251124: use computer_toolset_20260801
    const refused = newest.tools(desktop);
    const sentence = 'claude-sonnet-5-5 takes no computer_20251124: use computer_toolset_20260801';
    expect(refused.problems()).toMatchObject([{ path: 'tools.0.type', message: sentence }]);
    const body = { ...newest.build(), tools: [desktop.definition] };
    expect(() => MessagesRequest.parse(body)).toThrow(sentence);
    // @ts-expect-error: the new model does not take the tool
    MessagesRequestBuilder.create('claude-opus-5').tools(desktop).model('claude-sonnet-5-5');
  });
});
