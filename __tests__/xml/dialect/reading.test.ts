import { describe, expect, test } from '@jest/globals';
import {
  FunctionCalls,
  FunctionResult,
  FunctionResults,
  Invoke,
  Parameters,
  ToolDescription,
  Tools,
} from '../../../lib/xml/index.js';
import { refusalOf } from '../support/refusals.js';

const invoke = (parameters: string) =>
  `<invoke><tool_name>t</tool_name><parameters>${parameters}</parameters></invoke>`;
const textOf = (text: string) => Invoke.parse(invoke(`<p>${text}</p>`)).parameters.p;

describe('parse() reads', () => {
  test('one call and several calls', () => {
    const one = invoke('<symbol>GM</symbol>');
    const call = { tool_name: 't', parameters: { symbol: 'GM' } };

    expect(FunctionCalls.parse(`<function_calls>${one}</function_calls>`)).toEqual({ invoke: [call] });
    expect(FunctionCalls.parse(`<function_calls>${one}${one}</function_calls>`)).toEqual({
      invoke: [call, call],
    });
  });

  test('a call with missing or empty <parameters>, and with <parameters> before <tool_name>', () => {
    const call = { tool_name: 't', parameters: {} };

    expect(Invoke.parse('<invoke><tool_name>t</tool_name></invoke>')).toEqual(call);
    expect(Invoke.parse('<invoke><tool_name>t</tool_name><parameters/></invoke>')).toEqual(call);
    expect(Invoke.parse('<invoke><parameters>\n</parameters><tool_name>t</tool_name></invoke>')).toEqual(
      call,
    );
  });

  test('no result, one result, and a result beside an error', () => {
    const result = '<result><tool_name>t</tool_name><stdout>1</stdout></result>';
    const error = '<result><error>no</error><tool_name>t</tool_name></result>';
    const read = (results: string) =>
      FunctionResults.parse(`<function_results>${results}</function_results>`);

    expect(read('')).toEqual({ results: [] });
    expect(read(result)).toEqual({ results: [{ tool_name: 't', stdout: '1' }] });
    expect(read(result + error)).toEqual({
      results: [
        { tool_name: 't', stdout: '1' },
        { tool_name: 't', error: 'no' },
      ],
    });
  });

  test('an error in place of the results, as <error> or <system>', () => {
    expect(FunctionResults.parse('<function_results><error>no</error></function_results>')).toEqual({
      error: 'no',
    });
    expect(FunctionResults.parse('<function_results><system>no</system></function_results>')).toEqual({
      error: 'no',
    });
  });

  test('an empty list as an empty array', () => {
    expect(Tools.parse('<tools/>')).toEqual({ tool_description: [] });
    expect(Parameters.parse('<parameters></parameters>')).toEqual({ parameter: [] });
    expect(
      ToolDescription.parse('<tool_description><tool_name>t</tool_name><description/></tool_description>'),
    ).toEqual({ tool_name: 't', description: '', parameters: { parameter: [] } });
  });
});

describe('parse() reads the text of a parameter', () => {
  test('and resolves each reference once', () => {
    expect(textOf('&lt;')).toBe('<');
    expect(textOf('&amp;lt;')).toBe('&lt;');
    expect(textOf('&amp;amp;lt;')).toBe('&amp;lt;');
    expect(textOf('&#38;lt;')).toBe('&lt;');
    expect(textOf('&amp;#60;')).toBe('&#60;');
    expect(textOf('&#38;#38;#60;')).toBe('&#38;#60;');
    expect(textOf('&quot;&apos;&gt;&#x1F600;&#128512;&#xA;')).toBe('"\'>😀😀\n');
  });

  test('and keeps an ampersand that begins no known reference', () => {
    for (const text of ['AT&T', '?a=1&b=2', '& &; &nbsp; &LT; &#; &#x; &#X41; &amp', '&']) {
      expect(textOf(text)).toBe(text);
    }
  });

  test('and keeps whitespace, line endings and invisible characters', () => {
    for (const text of ['', ' ', '  a  ', '\n', 'a\r\nb\rc', '\t', '\u00a0', '\ufeff']) {
      expect(textOf(text)).toBe(text);
    }
  });

  test('and takes the content of a CDATA section literally', () => {
    expect(textOf('a<![CDATA[<b>&amp;</p>]] ]]]>c')).toBe('a<b>&amp;</p>]] ]c');
    expect(textOf('<![CDATA[]]>')).toBe('');
    expect(textOf('<![CDATA[a]]><![CDATA[b]]>')).toBe('ab');
  });

  test('and keeps the elements inside it as they are written', () => {
    const html = '\n<ul><li>a &amp; b</li><li/><![CDATA[<]]></ul > ';
    expect(textOf(html)).toBe(html);
  });

  test('and turns a repeated parameter into an array', () => {
    expect(Invoke.parse(invoke('<a>1</a><b>2</b><a>3</a><a/>')).parameters).toEqual({
      a: ['1', '3', ''],
      b: '2',
    });
  });
});

describe('parse() rejects', () => {
  test.each([
    ['a tag that is not closed', '<invoke><tool_name>t</invoke>', 1, 21, '</tool_name>'],
    ['a closing tag in another case', '<invoke><tool_name>t</Tool_name></invoke>', 1, 21, '</tool_name>'],
    ['a root with another name', '\n<invokes></invokes>', 2, 1, '<invoke>'],
    ['a closing tag without an opening tag', '</invoke>', 1, 1, '<invoke>'],
    ['text before the root', 'Sure! <invoke></invoke>', 1, 1, '<invoke>'],
    ['text that is not XML', 'Sure!', 1, 1, '<invoke>'],
    ['text after the root', `${invoke('')}\n done`, 2, 2, 'the end of the text'],
    ['a second root', `${invoke('')}<invoke/>`, 1, 67, 'the end of the text'],
    ['an unknown element', '<invoke>\n  <nvoke/>\n</invoke>', 2, 3, '<tool_name> or <parameters>'],
    ['an element inside <tool_name>', '<invoke><tool_name>a<b/></tool_name></invoke>', 1, 21, '</tool_name>'],
    ['text between elements', '<invoke>  t\n</invoke>', 1, 11, '<tool_name> or <parameters>'],
    ['CDATA between elements', '<invoke><![CDATA[]]></invoke>', 1, 9, '<tool_name> or <parameters>'],
    ['a missing element', '<invoke>\n</invoke>', 2, 1, '<tool_name> or <parameters>'],
    ['a second tool name', '<invoke><tool_name/><tool_name/></invoke>', 1, 21, '<parameters> or </invoke>'],
    [
      'an unescaped <',
      invoke('<a>1 < 2</a>'),
      1,
      50,
      'a tag without attributes, or &lt; for the sign itself',
    ],
    ['an attribute', '<invoke name="t"/>', 1, 1, 'a tag without attributes, or &lt; for the sign itself'],
    ['a comment', '<invoke><!-- --></invoke>', 1, 9, 'a tag without attributes, or &lt; for the sign itself'],
    [
      'an XML declaration',
      '<?xml version="1.0"?><invoke/>',
      1,
      1,
      'a tag without attributes, or &lt; for the sign itself',
    ],
    [
      'a document type',
      '<!DOCTYPE a [<!ENTITY b "c">]><invoke/>',
      1,
      1,
      'a tag without attributes, or &lt; for the sign itself',
    ],
    ['a closing tag that ends in />', '<invoke><tool_name></tool_name/></invoke>', 1, 20, '</tool_name>'],
    ['a character that XML cannot hold', invoke('<a>b\u0000</a>'), 1, 49, 'a character that XML allows'],
    ['a lone surrogate', invoke('<a>\ud83d</a>'), 1, 48, 'a character that XML allows'],
    [
      'a reference to a character that XML cannot hold',
      invoke('<a>b\n&#0;</a>'),
      2,
      1,
      'a reference to a character that XML allows',
    ],
    [
      'a reference beyond Unicode',
      invoke('<a>&#x110000;</a>'),
      1,
      48,
      'a reference to a character that XML allows',
    ],
  ])('%s', (_title, text, line, column, expected) => {
    expect(refusalOf(() => Invoke.parse(text))).toMatchObject({ line, column, expected, truncated: false });
  });

  test('<function_calls> without a call', () => {
    const refusal = refusalOf(() => FunctionCalls.parse('<function_calls></function_calls>'));
    expect(refusal.message).toBe('expected <invoke> at line 1, column 17, found </function_calls>');
  });

  test('an error beside results, and a result with both <stdout> and <error>', () => {
    const both = '<function_results><error>no</error><result/></function_results>';
    expect(refusalOf(() => FunctionResults.parse(both))).toMatchObject({ expected: '</function_results>' });

    const two = '<result><stdout/><error/></result>';
    expect(refusalOf(() => FunctionResult.parse(two))).toMatchObject({ expected: '<tool_name>' });
  });

  test('undefined, for JavaScript callers', () => {
    expect(refusalOf(() => Invoke.parse(undefined as unknown as string)).expected).toBe('a string');
  });

  test('with a message that quotes 40 characters of the text at most', () => {
    const { message } = refusalOf(() => Invoke.parse(`<invoke>${'x'.repeat(1000)}</invoke>`));
    expect(message).toBe(
      `expected <tool_name> or <parameters> at line 1, column 9, found ${'x'.repeat(40)}…`,
    );
  });
});

describe('parse() rejects as truncated', () => {
  test.each([
    ['', 1, 1, '<invoke>'],
    ['\n ', 2, 2, '<invoke>'],
    ['<inv', 1, 5, '<invoke>'],
    ['<invoke>', 1, 9, '<tool_name> or <parameters>'],
    ['<invoke><tool_name>get_\nwea', 2, 4, '</tool_name>'],
    ['<invoke><tool_name>t</tool_name', 1, 32, '</tool_name>'],
    ['<invoke><tool_name>t</tool_name><parameters><a>1</a>', 1, 53, 'a parameter or </parameters>'],
    ['<invoke><tool_name>t</tool_name><parameters><a><![CDATA[1]]', 1, 60, '</a>'],
    ['<invoke><tool_name>t</tool_name><parameters><a><b>', 1, 51, '</b>'],
  ])('%j', (text, line, column, expected) => {
    const refusal = refusalOf(() => Invoke.parse(text));
    expect(refusal).toMatchObject({ truncated: true, line, column, expected });
    expect(refusal.message).toBe(
      `the text is cut off at line ${line}, column ${column}: expected ${expected}`,
    );
  });
});
