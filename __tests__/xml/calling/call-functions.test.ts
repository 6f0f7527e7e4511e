import { describe, expect, test } from '@jest/globals';
import { isAbortedError } from '../../../lib/errors/guards.js';
import { callFunctions, FunctionResults, Invoke, type ToolLike } from '../../../lib/xml/index.js';

type Schema = Readonly<Record<string, unknown>>;

/** A tool that returns its input as JSON. */
const echo = (properties: Schema, more: Schema = {}): ToolLike => ({
  name: 'echo',
  input_schema: { type: 'object', properties, ...more },
  call: (input) => JSON.stringify(input),
});

/** The input that a tool with these properties receives for these elements, or the error. */
async function inputFor(properties: Schema, elements: string, more?: Schema): Promise<unknown> {
  const call = Invoke.parse(
    `<invoke><tool_name>echo</tool_name><parameters>${elements}</parameters></invoke>`,
  );
  const results = await callFunctions([echo(properties, more)], { invoke: [call] });
  if ('error' in results) return results.error;
  const [result] = results.results;
  return result && 'stdout' in result ? JSON.parse(result.stdout) : result;
}

describe('callFunctions converts the text of a parameter to the type in the schema', () => {
  test.each([
    ['string', ' a \n', ' a \n'],
    ['string', '5', '5'],
    ['string', 'null', 'null'],
    ['string', '&lt;b&gt;', '<b>'],
    ['string', '<b>a &amp; b</b>', '<b>a &amp; b</b>'],
    ['string', '', ''],
    ['number', '38.50', 38.5],
    ['number', ' -1e3\n', -1000],
    ['number', '+.5', 0.5],
    ['number', '5.', 5],
    ['integer', '42', 42],
    ['integer', '42.0', 42],
    ['boolean', 'true', true],
    ['boolean', ' False ', false],
    ['null', 'null', null],
    ['array', '[1, "a", null]', [1, 'a', null]],
    ['array', '\n', []],
    ['array', 'one', ['one']],
    ['array', '<item>a</item><item>b</item>', ['a', 'b']],
    ['object', '{"a": {"b": [1]}}', { a: { b: [1] } }],
    ['object', '\n<a>1</a>\n<b><c>2</c></b>', { a: '1', b: '<c>2</c>' }],
    ['object', '', {}],
  ])('%s: %j', async (type, text, value) => {
    expect(await inputFor({ p: { type } }, `<p>${text}</p>`)).toEqual({ p: value });
  });

  test('picks the narrowest type that fits when the schema allows several', async () => {
    const read = async (schema: Schema, text: string) =>
      (await inputFor({ p: schema }, `<p>${text}</p>`)) as unknown;

    expect(await read({ type: ['string', 'integer'] }, '5')).toEqual({ p: 5 });
    expect(await read({ type: ['string', 'integer'] }, '5.5')).toEqual({ p: '5.5' });
    expect(await read({ type: ['string', 'null'] }, 'null')).toEqual({ p: null });
    expect(await read({ anyOf: [{ type: 'string' }, { type: 'boolean' }] }, 'true')).toEqual({ p: true });
    expect(await read({ oneOf: [{ type: 'string' }, { type: 'object' }] }, '{"a":1}')).toEqual({
      p: { a: 1 },
    });
    expect(await read({ anyOf: [{ enum: ['auto'] }, { type: 'integer' }] }, 'auto')).toEqual({ p: 'auto' });
  });

  test('matches enum and const values of any type, ignoring whitespace around them', async () => {
    const unit = { enum: ['celsius', 'fahrenheit', 5, null, ' spaced'] };
    for (const [text, value] of [
      ['celsius', 'celsius'],
      ['\n5 ', 5],
      ['null', null],
      [' spaced', ' spaced'],
    ]) {
      expect(await inputFor({ unit }, `<unit>${text}</unit>`)).toEqual({ unit: value });
    }
    expect(await inputFor({ c: { const: true } }, '<c>true</c>')).toEqual({ c: true });
  });

  test('reads an array written as JSON, as child elements, as a repeated parameter or as one value', async () => {
    const p = { type: 'array', items: { type: 'integer' } };
    for (const elements of [
      '<p>[1, 2]</p>',
      '<p>["1", "2"]</p>',
      '<p><value>1</value><value>2</value></p>',
      '<p>1</p><p>2</p>',
      '<p>\n<p>1</p>\n<p>2</p></p>',
    ]) {
      expect(await inputFor({ p }, elements)).toEqual({ p: [1, 2] });
    }
    expect(await inputFor({ p }, '<p>1</p>')).toEqual({ p: [1] });
    expect(await inputFor({ p }, '<p><value>1</value></p>')).toEqual({ p: [1] });
  });

  test('reads nested objects and arrays written as JSON, as elements or as a mix of both', async () => {
    const stop = { type: 'object', properties: { city: { type: 'string' }, nights: { type: 'integer' } } };
    const trip = { type: 'object', properties: { stops: { type: 'array', items: stop } } };
    const value = {
      trip: {
        stops: [
          { city: 'Paris', nights: 2 },
          { city: 'Rome & Co', nights: 1 },
        ],
      },
    };

    expect(
      await inputFor({ trip }, `<trip>${JSON.stringify(value.trip).replace('&', '&amp;')}</trip>`),
    ).toEqual(value);
    expect(
      await inputFor(
        { trip },
        `<trip>
          <stops><city>Paris</city><nights>2</nights></stops>
          <stops>{"city": "Rome &amp; Co", "nights": "1"}</stops>
        </trip>`,
      ),
    ).toEqual(value);
    expect(
      await inputFor(
        { trip },
        `<trip><stops>
          <stop><city>Paris</city><nights>2</nights></stop>
          <stop><city>Rome &amp; Co</city><nights>1</nights></stop>
        </stops></trip>`,
      ),
    ).toEqual(value);
  });

  test('follows prefixItems and $ref, also recursive ones, and keeps a string where the schema gives no type', async () => {
    const pair = { type: 'array', prefixItems: [{ type: 'string' }, { type: 'number' }] };
    expect(await inputFor({ pair }, '<pair>["1", "2"]</pair>')).toEqual({ pair: ['1', 2] });

    const $defs = {
      node: { type: 'object', properties: { value: { type: 'integer' }, next: { $ref: '#/$defs/node' } } },
      'a/b~': { type: 'boolean' },
    };
    const list = { $ref: '#/$defs/node' };
    expect(
      await inputFor(
        { list, flag: { $ref: '#/$defs/a~1b~0' } },
        '<list>{"value":"1","next":{"value":"2"}}</list><flag>true</flag>',
        { $defs },
      ),
    ).toEqual({ list: { value: 1, next: { value: 2 } }, flag: true });

    expect(
      await inputFor(
        { p: {}, q: true, r: { $ref: '#/nowhere' }, s: { $ref: 'http://a/b' } },
        '<p>1</p><q>2</q><r>3</r><s>4</s>',
      ),
    ).toEqual({ p: '1', q: '2', r: '3', s: '4' });
    expect(await inputFor({ p: { $ref: '#/properties/p' } }, '<p>1</p>')).toEqual({ p: '1' });
    expect(await inputFor({ p: { properties: {} }, q: { items: {} } }, '<p>{}</p><q>[]</q>')).toEqual({
      p: {},
      q: [],
    });
  });

  test('handles an undeclared parameter as additionalProperties says', async () => {
    const known = { p: { type: 'integer' } };
    expect(await inputFor(known, '<p>1</p><q>2</q>')).toEqual({ p: 1, q: '2' });
    expect(await inputFor(known, '<p>1</p><q>2</q>', { additionalProperties: { type: 'integer' } })).toEqual({
      p: 1,
      q: 2,
    });
    expect(await inputFor(known, '<p>1</p><q>2</q>', { additionalProperties: false })).toBe(
      'echo was not called:\n- q: is not known, only p',
    );
  });

  test('treats __proto__, constructor and toString as ordinary parameter names', async () => {
    const schema = { type: 'integer' };
    const properties = Object.fromEntries(['__proto__', 'constructor'].map((name) => [name, schema]));
    const text = JSON.stringify(
      await inputFor(properties, '<__proto__>1</__proto__><constructor>2</constructor>'),
    );
    expect(text).toBe('{"__proto__":1,"constructor":2}');
    expect(await inputFor({}, '<x>1</x>', { required: ['toString'] })).toMatch(
      /^echo was not called:\n- toString: /,
    );
  });
});

describe('callFunctions tells the model why a parameter does not match the schema', () => {
  test.each([
    [{ type: 'number' }, 'many', 'expected number, got "many"'],
    [{ type: 'number' }, '1,000', 'expected number, got "1,000"'],
    [{ type: 'number' }, 'NaN', 'expected number, got "NaN"'],
    [{ type: 'number' }, '1e999', 'expected number, got "1e999"'],
    [{ type: 'number' }, '0x10', 'expected number, got "0x10"'],
    [{ type: 'number' }, '', 'expected number, got ""'],
    [{ type: 'integer' }, '1.5', 'expected integer, got "1.5"'],
    [{ type: 'integer' }, '9007199254740993', 'expected integer, got "9007199254740993"'],
    [{ type: 'boolean' }, 'yes', 'expected boolean, got "yes"'],
    [{ enum: ['a', 1] }, 'b', 'expected "a" | 1, got "b"'],
    [{ type: ['integer', 'null'] }, 'b', 'expected integer | null, got "b"'],
    [{ type: 'array', items: { type: 'string' } }, '["a"', 'expected string[], got "[\\"a\\""'],
    [{ type: 'object' }, 'Paris', 'expected object, got "Paris"'],
    [{ type: 'object' }, '[1]', 'expected object, got "[1]"'],
    [{ type: 'object' }, '<a>1</a> and', 'expected object, got "<a>1</a> and"'],
    [false, 'b', 'expected nothing, got "b"'],
    [{ type: 'integer' }, 'x'.repeat(100), `expected integer, got "${'x'.repeat(60)}…"`],
  ])('%j: %j', async (schema, text, message) => {
    expect(await inputFor({ p: schema }, `<p>${text}</p>`)).toBe(`echo was not called:\n- p: ${message}`);
  });

  test('lists every problem at once, each with its path', async () => {
    const properties = {
      days: { type: 'array', items: { type: 'integer' } },
      place: {
        type: 'object',
        properties: { city: { type: 'string' }, zip: { type: 'string' } },
        required: ['zip'],
      },
    };
    const elements = '<days>[1, "two"]</days><place>{"city": 5}</place>';
    expect(await inputFor(properties, elements, { required: ['days', 'unit'] })).toBe(
      [
        'echo was not called:',
        '- days.1: expected integer, got "two"',
        '- place.city: expected string, got "5"',
        '- place.zip: expected string, but it is missing',
        '- unit: expected any, but it is missing',
      ].join('\n'),
    );
  });

  test('rejects a repeated parameter where the schema asks for a string', async () => {
    expect(await inputFor({ p: { type: 'string' } }, '<p>a</p><p>b</p>')).toBe(
      'echo was not called:\n- p: expected string, got "[\\"a\\",\\"b\\"]"',
    );
  });

  test('rejects a value more than 64 levels deep, and alternatives that grow exponentially', async () => {
    const $defs = { list: { type: 'array', items: { $ref: '#/$defs/list' } } };
    const deep = '['.repeat(200) + ']'.repeat(200);
    expect(await inputFor({ p: { $ref: '#/$defs/list' } }, `<p>${deep}</p>`, { $defs })).toMatch(
      /is more than 64 levels deep/,
    );

    const twice = { anyOf: [{ $ref: '#/$defs/a' }, { $ref: '#/$defs/b' }] };
    const both = {
      a: { type: 'array', items: twice },
      b: { type: 'array', items: twice },
    };
    const bomb = `${'['.repeat(50)}"x"${']'.repeat(50)}`;
    const refused = await inputFor({ p: twice }, `<p>${bomb}</p>`, { $defs: both });
    expect(refused).toMatch(/^echo was not called/);
  });
});

describe('callFunctions', () => {
  const tool = (name: string, call: ToolLike['call']): ToolLike => ({
    name,
    input_schema: { type: 'object' },
    call,
  });
  const called = (...names: string[]) => ({
    invoke: names.map((tool_name) => ({ tool_name, parameters: {} })),
  });
  const resolveAfter = <Value>(value: Value, ms: number) =>
    new Promise<Value>((resolve) => setTimeout(resolve, ms, value));

  test('runs the calls at once and returns the results in the order of the calls', async () => {
    const running: string[] = [];
    const started = (name: string, output: unknown) => {
      running.push(name);
      return output;
    };
    const tools = [
      tool('slow', () => started('slow', resolveAfter('1', 20))),
      tool('fast', () => started('fast', '2')),
    ];
    expect(await callFunctions(tools, called('slow', 'fast', 'slow'))).toEqual({
      results: [
        { tool_name: 'slow', stdout: '1' },
        { tool_name: 'fast', stdout: '2' },
        { tool_name: 'slow', stdout: '1' },
      ],
    });
    expect(running).toEqual(['slow', 'fast', 'slow']);
  });

  test.each([
    ['a string', ' 38.50\n', ' 38.50\n'],
    ['a number', 38.5, '38.5'],
    ['an object', { a: [1] }, '{"a":[1]}'],
    ['null', null, 'null'],
    ['undefined', undefined, ''],
    [
      'text blocks',
      [
        { type: 'text', text: 'a' },
        { type: 'text', text: 'b' },
      ],
      'a\nb',
    ],
    ['other blocks', [{ type: 'image' }], '[{"type":"image"}]'],
    ['an empty list', [], '[]'],
    ['characters that XML cannot hold', '\u001b[31mred\u0000', '\ufffd[31mred\ufffd'],
  ])('converts %s that a tool returns to stdout', async (_title, output, stdout) => {
    const results = await callFunctions([tool('t', () => output)], called('t'));
    expect(results).toEqual({ results: [{ tool_name: 't', stdout }] });
    expect(FunctionResults.parse(FunctionResults.serialize(results))).toEqual(results);
  });

  test('returns one error in place of the results when every call failed', async () => {
    const fails = tool('fails', () => {
      throw new Error('no such symbol');
    });
    expect(await callFunctions([fails], called('fails'))).toEqual({ error: 'fails failed: no such symbol' });
    expect(await callFunctions([fails], called('other'))).toEqual({
      error: 'There is no tool "other". The tools are: fails.',
    });
    expect(await callFunctions([fails], called('fails', 'other'))).toEqual({
      error: 'fails failed: no such symbol\nThere is no tool "other". The tools are: fails.',
    });
  });

  test('returns the error of a failed call beside the results of the others', async () => {
    const cyclic: unknown[] = [];
    cyclic.push(cyclic);
    const tools = [
      tool('a', () => '1'),
      tool('b', () => Promise.reject('out of \u0000 order')),
      tool('c', () => cyclic),
    ];
    expect(await callFunctions(tools, called('a', 'b', 'c'))).toEqual({
      results: [
        { tool_name: 'a', stdout: '1' },
        { tool_name: 'b', error: 'b failed: out of \ufffd order' },
        { tool_name: 'c', error: expect.stringContaining('c failed: ') },
      ],
    });
  });

  test('refuses two tools of one name, and calls neither', async () => {
    let calls = 0;
    const clock = { name: 'get_time', input_schema: { type: 'object' }, call: () => (calls += 1) };
    await expect(
      callFunctions([clock, clock], { invoke: [{ tool_name: 'get_time', parameters: {} }] }),
    ).rejects.toThrow('tool names must be unique: get_time is given twice');
    expect(calls).toBe(0);
  });

  test('returns no results for no calls', async () => {
    expect(await callFunctions([], { invoke: [] })).toEqual({ results: [] });
  });

  test('ignores whitespace around a tool name', async () => {
    expect(await callFunctions([tool('t', () => '1')], called('\nt '))).toEqual({
      results: [{ tool_name: 't', stdout: '1' }],
    });
  });
});

describe('callFunctions with a signal', () => {
  const calls = { invoke: [{ tool_name: 't', parameters: {} }] };

  test('rejects on abort without waiting for the tool, and aborts the signal of the tool', async () => {
    const controller = new AbortController();
    let toolSignal: AbortSignal | undefined;
    const tool: ToolLike = {
      name: 't',
      input_schema: {},
      call(_input, { signal }) {
        toolSignal = signal;
        setTimeout(() => controller.abort('enough'), 5);
        return new Promise(() => {});
      },
    };
    const error = await callFunctions([tool], calls, { signal: controller.signal }).catch(
      (error: unknown) => error,
    );

    expect(isAbortedError(error) && error.cause).toBe('enough');
    expect(toolSignal?.aborted).toBe(true);
  });

  test('calls no tool when the signal is already aborted', async () => {
    const tool: ToolLike = {
      name: 't',
      input_schema: {},
      call() {
        throw new Error('called');
      },
    };
    const signal = AbortSignal.abort('enough');
    await expect(callFunctions([tool], calls, { signal })).rejects.toMatchObject({
      name: 'AbortedError',
      cause: 'enough',
    });
  });
});
