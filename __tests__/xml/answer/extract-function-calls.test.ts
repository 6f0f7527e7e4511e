import { describe, expect, test } from '@jest/globals';
import {
  type ExtractOptions,
  extractFunctionCalls as extractCalls,
  FunctionCalls,
} from '../../../lib/xml/index.js';
import { refusalOf } from '../support/refusals.js';

// These tests find blocks anywhere in an answer. `where.test.ts` tests the default, blocks at its end.
const extractFunctionCalls = (text: string, options: ExtractOptions = {}) =>
  extractCalls(text, { where: 'anywhere', ...options });

const call = (name: string) =>
  `<invoke>\n<tool_name>${name}</tool_name>\n<parameters><x>1</x></parameters>\n</invoke>`;
const block = (...names: string[]) => `<function_calls>\n${names.map(call).join('\n')}\n</function_calls>`;
const invoked = (tool_name: string) => ({ tool_name, parameters: { x: '1' } });

describe('extractFunctionCalls', () => {
  test('returns an answer without a call as prose', () => {
    for (const text of [
      '',
      'Hello!',
      'a < b',
      '<b>',
      'a <functions> b',
      '<function_callsX>',
      '</function_calls>',
      '<',
    ]) {
      expect(extractFunctionCalls(text)).toEqual({
        invoke: [],
        prose: text,
        parts: text === '' ? [] : [{ type: 'prose', text }],
      });
    }
  });

  test('returns a call and the prose around it', () => {
    expect(extractFunctionCalls(`Let me see.\n${block('a')} There.`)).toEqual({
      invoke: [invoked('a')],
      prose: 'Let me see.\n There.',
      parts: [
        { type: 'prose', text: 'Let me see.\n' },
        { type: 'call', call: invoked('a') },
        { type: 'prose', text: ' There.' },
      ],
    });
  });

  test('returns the calls of several blocks in order', () => {
    const { invoke, parts } = extractFunctionCalls(`${block('a', 'b')}<${block('c')}`);

    expect(invoke).toEqual([invoked('a'), invoked('b'), invoked('c')]);
    expect(parts.map(({ type }) => type)).toEqual(['call', 'call', 'prose', 'call']);
  });

  test('returns a value that FunctionCalls.serialize() takes', () => {
    const extracted = extractFunctionCalls(`Now. ${block('a', 'b')}`);
    expect(FunctionCalls.parse(FunctionCalls.serialize(extracted))).toEqual({ invoke: extracted.invoke });
  });

  test('accepts whitespace inside the tags', () => {
    expect(extractFunctionCalls(`<function_calls\n >${call('a')}</function_calls\t>`).invoke).toEqual([
      invoked('a'),
    ]);
  });
});

describe('extractFunctionCalls with an answer that the stop sequence ended', () => {
  const cut = block('a').slice(0, -'</function_calls>'.length);

  test('returns its calls when `stopped` is true', () => {
    expect(extractFunctionCalls(cut, { stopped: true }).invoke).toEqual([invoked('a')]);
    expect(extractFunctionCalls(cut.trimEnd(), { stopped: () => true }).invoke).toEqual([invoked('a')]);
  });

  test('rejects it as truncated otherwise', () => {
    for (const options of [{}, { stopped: false }, { stopped: () => false }]) {
      expect(refusalOf(() => extractFunctionCalls(cut, options))).toMatchObject({
        truncated: true,
        expected: '<invoke> or </function_calls>',
      });
    }
  });

  test('rejects an incomplete call even when `stopped` is true', () => {
    for (let end = '<function_calls>'.length; end < cut.trimEnd().length; end += 1) {
      const refusal = refusalOf(() => extractFunctionCalls(cut.slice(0, end), { stopped: true }));
      // Directly after the opening tag nothing is cut off, but the block holds no call.
      expect(refusal.truncated || refusal.expected === '<invoke>').toBe(true);
    }
  });

  test('accepts prose and complete blocks when `stopped` is true', () => {
    expect(extractFunctionCalls('Done.', { stopped: true }).prose).toBe('Done.');
    expect(extractFunctionCalls(`${block('a')} Done.`, { stopped: true }).prose).toBe(' Done.');
  });

  test('does not call `stopped` when every block is closed', () => {
    const stopped = () => {
      throw new Error('called');
    };
    expect(extractFunctionCalls(block('a'), { stopped }).invoke).toHaveLength(1);
  });
});

describe('extractFunctionCalls rejects', () => {
  test('an answer cut off anywhere in a block', () => {
    const answer = `Sure. ${block('a', 'b')}`;
    for (let end = 'Sure. <f'.length; end < answer.length; end += 1) {
      expect(refusalOf(() => extractFunctionCalls(answer.slice(0, end))).truncated).toBe(true);
    }
  });

  test('a block without a call', () => {
    for (const text of ['<function_calls></function_calls>', '<function_calls/>']) {
      expect(refusalOf(() => extractFunctionCalls(text)).expected).toBe('<invoke>');
    }
  });

  test('the whole answer when one of its blocks is malformed', () => {
    refusalOf(() => extractFunctionCalls(`${block('a')} and <function_calls><invoke></function_calls>`));
  });

  test('a malformed block, with its line and column in the whole answer', () => {
    const refusal = refusalOf(() =>
      extractFunctionCalls(`Two lines\nof prose. ${block('a')}\nAnd <function_calls><x>`),
    );
    expect(refusal).toMatchObject({ line: 8, column: 21, expected: '<invoke>', truncated: false });
  });

  test('calls in the attribute dialect, rather than taking them as prose', () => {
    const text =
      '<function_calls>\n<invoke name="t">\n<parameter name="x">1</parameter>\n</invoke>\n</function_calls>';
    expect(refusalOf(() => extractFunctionCalls(text))).toMatchObject({ line: 2, column: 1 });
  });
});
