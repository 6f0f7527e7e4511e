import { describe, expect, test } from '@jest/globals';
import {
  FunctionCalls,
  FunctionResults,
  Invoke,
  Parameters,
  ToolDescription,
} from '../../../lib/xml/index.js';
import { refusalOf } from '../support/refusals.js';

describe('serialize()', () => {
  test('writes calls, indented by two spaces', () => {
    const call = { tool_name: 'get_weather', parameters: { city: 'Paris', days: ['1', '2'] as const } };

    expect(FunctionCalls.serialize({ invoke: [call, { tool_name: 'stop', parameters: {} }] })).toBe(
      [
        '<function_calls>',
        '  <invoke>',
        '    <tool_name>get_weather</tool_name>',
        '    <parameters>',
        '      <city>Paris</city>',
        '      <days>1</days>',
        '      <days>2</days>',
        '    </parameters>',
        '  </invoke>',
        '  <invoke>',
        '    <tool_name>stop</tool_name>',
        '    <parameters></parameters>',
        '  </invoke>',
        '</function_calls>',
      ].join('\n'),
    );
  });

  test('writes results and errors', () => {
    const results = FunctionResults.serialize({
      results: [
        { tool_name: 'a', stdout: '38.50' },
        { tool_name: 'b', error: 'no such symbol' },
      ],
    });

    expect(results).toBe(
      [
        '<function_results>',
        '  <result>',
        '    <tool_name>a</tool_name>',
        '    <stdout>38.50</stdout>',
        '  </result>',
        '  <result>',
        '    <tool_name>b</tool_name>',
        '    <error>no such symbol</error>',
        '  </result>',
        '</function_results>',
      ].join('\n'),
    );
    expect(FunctionResults.serialize({ error: '' })).toBe(
      '<function_results>\n  <error></error>\n</function_results>',
    );
  });

  test('writes an empty list as an empty element', () => {
    expect(Parameters.serialize({ parameter: [] })).toBe('<parameters></parameters>');
  });

  test('escapes &, <, > and carriage returns in any text', () => {
    const xml = Invoke.serialize({ tool_name: 'a&b', parameters: { p: '<&>"\'\r\n&lt;]]>' } });

    expect(xml).toContain('<tool_name>a&amp;b</tool_name>');
    expect(xml).toContain('<p>&lt;&amp;&gt;"\'&#13;\n&amp;lt;]]&gt;</p>');
  });

  test('keeps values that look like the numbers and tags of its own template', () => {
    const value = { tool_name: '0', parameters: { a: '<tool_name>0</tool_name>', b: '1', c: '$1$&' } };
    expect(Invoke.parse(Invoke.serialize(value))).toEqual(value);
  });

  test('does not change its argument', () => {
    const value = Object.freeze({ tool_name: 't', parameters: Object.freeze({ a: '1' }) });
    expect(() => Invoke.serialize(value)).not.toThrow();
  });
});

describe('serialize() rejects', () => {
  const call = (parameters: unknown) => ({ invoke: [{ tool_name: 't', parameters }] }) as FunctionCalls;

  test('a character that XML cannot hold, with its path, line and column', () => {
    const refusal = refusalOf(() => FunctionCalls.serialize(call({ symbol: 'a\nb\u0000' })));

    expect(refusal).toMatchObject({ line: 2, column: 2, expected: 'a character that XML allows' });
    expect(refusal.message).toBe(
      'invoke.0.parameters.symbol cannot be written as XML: ' +
        'expected a character that XML allows at line 2, column 2, found U+0000',
    );
  });

  test.each(['\u0000', '\u0008', '\u000b', '\u001f', '\ufffe', '\uffff', '\ud83d', '\ude00', 'a\ud83d.'])(
    'the text %j',
    (text) => {
      expect(refusalOf(() => FunctionResults.serialize({ error: text })).expected).toBe(
        'a character that XML allows',
      );
    },
  );

  test.each(['', ' ', 'a b', 'a\n', '<', 'a>', 'a/', '/a', 'a=b', 'a&b', '"', "'", '!a', '?a', 'a\u0000'])(
    'the parameter name %j',
    (name) => {
      const refusal = refusalOf(() => FunctionCalls.serialize(call({ [name]: '1' })));
      expect(refusal.expected).toMatch(/^a name without spaces/);
    },
  );

  test.each([
    ['a number', call({ n: 1 }), 'invoke.0.parameters.n cannot be written as XML: expected an array'],
    ['an object', call({ n: {} }), 'invoke.0.parameters.n cannot be written as XML: expected an array'],
    [
      'an array of one item',
      call({ n: ['1'] }),
      'invoke.0.parameters.n cannot be written as XML: expected a string or',
    ],
    [
      'a function in an array',
      call({ n: ['1', () => 1] }),
      'invoke.0.parameters.n.1 cannot be written as XML',
    ],
    ['null as parameters', call(null), 'invoke.0.parameters cannot be written as XML: expected an object'],
    ['no calls', { invoke: [] }, 'invoke cannot be written as XML: expected at least 1 item'],
    [
      'a string in place of the calls',
      { invoke: 'x' },
      'invoke cannot be written as XML: expected an array at line 1, column 1, found string',
    ],
    ['null', null, 'the value cannot be written as XML: expected an object at line 1, column 1, found null'],
  ])('%s, for JavaScript callers', (_title, value, message) => {
    const refusal = refusalOf(() => FunctionCalls.serialize(value as FunctionCalls));
    expect(refusal.message).toContain(message);
  });

  test('a value with a missing field', () => {
    const description = { tool_name: 't', parameters: { parameter: [] } } as unknown as ToolDescription;
    expect(refusalOf(() => ToolDescription.serialize(description)).message).toBe(
      'description cannot be written as XML: expected a string at line 1, column 1, found undefined',
    );
  });
});
