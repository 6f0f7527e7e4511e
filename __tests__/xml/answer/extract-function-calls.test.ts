import { describe, expect, test } from '@jest/globals';
import {
  type ExtractOptions,
  extractFunctionCalls as extractCalls,
  FunctionCalls,
} from '../../../lib/xml/index.js';
import { refusalOf } from '../support/refusals.js';

// Of blocks anywhere in an answer; `where.test.ts` has those that end it.
const extractFunctionCalls = (text: string, options: ExtractOptions = {}) =>
  extractCalls(text, { where: 'anywhere', ...options });

const call = (name: string) =>
  `<invoke>\n<tool_name>${name}</tool_name>\n<parameters><x>1</x></parameters>\n</invoke>`;
const block = (...names: string[]) => `<function_calls>\n${names.map(call).join('\n')}\n</function_calls>`;
const invoked = (tool_name: string) => ({ tool_name, parameters: { x: '1' } });

describe('the calls in an answer', () => {
  test('none: all of it is prose', () => {
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

  test('one, with prose around it', () => {
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

  test('several, in one block and in several', () => {
    const { invoke, parts } = extractFunctionCalls(`${block('a', 'b')}<${block('c')}`);

    expect(invoke).toEqual([invoked('a'), invoked('b'), invoked('c')]);
    expect(parts.map(({ type }) => type)).toEqual(['call', 'call', 'prose', 'call']);
  });

  test('can be written as the block that they came in', () => {
    const extracted = extractFunctionCalls(`Now. ${block('a', 'b')}`);
    expect(FunctionCalls.parse(FunctionCalls.serialize(extracted))).toEqual({ invoke: extracted.invoke });
  });

  test('a tag with white space in it', () => {
    expect(extractFunctionCalls(`<function_calls\n >${call('a')}</function_calls\t>`).invoke).toEqual([
      invoked('a'),
    ]);
  });
});

describe('an answer that the stop sequence ended', () => {
  const cut = block('a').slice(0, -'</function_calls>'.length);

  test('is whole when the caller says so', () => {
    expect(extractFunctionCalls(cut, { stopped: true }).invoke).toEqual([invoked('a')]);
    expect(extractFunctionCalls(cut.trimEnd(), { stopped: () => true }).invoke).toEqual([invoked('a')]);
  });

  test('is cut off otherwise', () => {
    for (const options of [{}, { stopped: false }, { stopped: () => false }]) {
      expect(refusalOf(() => extractFunctionCalls(cut, options))).toMatchObject({
        truncated: true,
        expected: '<invoke> or </function_calls>',
      });
    }
  });

  test('makes nothing of half a call', () => {
    for (let end = '<function_calls>'.length; end < cut.trimEnd().length; end += 1) {
      const refusal = refusalOf(() => extractFunctionCalls(cut.slice(0, end), { stopped: true }));
      // Between the opening tag and the first call nothing is cut, and still there is no call.
      expect(refusal.truncated || refusal.expected === '<invoke>').toBe(true);
    }
  });

  test('says nothing about prose', () => {
    expect(extractFunctionCalls('Done.', { stopped: true }).prose).toBe('Done.');
    expect(extractFunctionCalls(`${block('a')} Done.`, { stopped: true }).prose).toBe(' Done.');
  });

  test('is not asked about when nothing is open', () => {
    const stopped = () => {
      throw new Error('asked');
    };
    expect(extractFunctionCalls(block('a'), { stopped }).invoke).toHaveLength(1);
  });
});

describe('what is refused', () => {
  test('a cut anywhere in a call', () => {
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

  test('all calls of an answer, when one of them is malformed', () => {
    refusalOf(() => extractFunctionCalls(`${block('a')} and <function_calls><invoke></function_calls>`));
  });

  test('with its place in the whole answer', () => {
    const refusal = refusalOf(() =>
      extractFunctionCalls(`Two lines\nof prose. ${block('a')}\nAnd <function_calls><x>`),
    );
    expect(refusal).toMatchObject({ line: 8, column: 21, expected: '<invoke>', truncated: false });
  });

  test('calls of another form, not passed over as prose', () => {
    const text =
      '<function_calls>\n<invoke name="t">\n<parameter name="x">1</parameter>\n</invoke>\n</function_calls>';
    expect(refusalOf(() => extractFunctionCalls(text))).toMatchObject({ line: 2, column: 1 });
  });
});
