import { describe, expect, test } from '@jest/globals';
import { FunctionCalls, Invoke } from '../../../lib/xml/index.js';
import { refusalOf } from '../support/refusals.js';

const names = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '#',
  '#1',
  '@x',
  '$',
  '$filter',
  '2fa',
  '-',
  '---',
  '%a',
  '{a}',
  '[a]',
  'a:b',
  'xml:lang',
  'xmlns',
  'filter[status]',
  'function_calls',
  'parameters',
  'tool_name',
  'größe',
  '日本',
  '😀',
];

describe('parameter names', () => {
  test.each(names)('%s is written and read back', (name) => {
    const call = { tool_name: 't', parameters: Object.fromEntries([[name, 'value']]) };
    const xml = Invoke.serialize(call);

    expect(xml).toContain(`<${name}>value</${name}>`);
    expect(Object.entries(Invoke.parse(xml).parameters)).toEqual([[name, 'value']]);
    expect(Invoke.parse(xml)).toStrictEqual(call);
  });

  test('a parameter named __proto__ is an own property and changes no prototype', () => {
    const { parameters } = Invoke.parse(
      '<invoke><tool_name>t</tool_name><parameters><__proto__>a</__proto__><__proto__>b</__proto__></parameters></invoke>',
    );

    expect(Object.getPrototypeOf(parameters)).toBe(Object.prototype);
    expect(Object.keys(parameters)).toEqual(['__proto__']);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(JSON.stringify(parameters)).toBe('{"__proto__":["a","b"]}');
  });

  test('500 names keep their order', () => {
    const parameters = Object.fromEntries(
      Array.from({ length: 500 }, (_, index) => [`p${index}`, `${index}`]),
    );
    const { invoke } = FunctionCalls.parse(
      FunctionCalls.serialize({ invoke: [{ tool_name: 't', parameters }] }),
    );

    expect(Object.keys(invoke[0]?.parameters ?? {})).toEqual(Object.keys(parameters));
  });

  test('a name longer than the tag limit is rejected when it is parsed', () => {
    const name = 'n'.repeat(2000);
    const xml = Invoke.serialize({ tool_name: 't', parameters: { [name]: '' } });
    expect(refusalOf(() => Invoke.parse(xml)).expected).toBe('a tag of at most 1024 characters');
  });
});
