import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PartialJson } from '../../lib/stream/partial-json/partial-json.js';
import { describeWithFixtures, readFixtureJson } from '../support/fixtures.js';
import { isPrefix } from '../support/prefix.js';

/** The view after each of these pieces. */
function viewsOf(...pieces: readonly string[]): unknown[] {
  const json = new PartialJson();
  return pieces.map((piece) => {
    json.push(piece);
    return json.value;
  });
}

const viewOf = (text: string) => viewsOf(text)[0];

/** Text in pieces of a size. */
const cut = (text: string, size: number) => text.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? [];

describe('a partial view', () => {
  test.each([
    ['', undefined],
    ['  \n\t', undefined],
    ['{', {}],
    ['{"ci', {}],
    ['{"city"', {}],
    ['{"city": ', {}],
    ['{"city": "', { city: '' }],
    ['{"city": "Par', { city: 'Par' }],
    ['{"city": "Paris"', { city: 'Paris' }],
    ['{"city": "Paris", "da', { city: 'Paris' }],
    ['{"days": 1', {}],
    ['{"days": 1}', { days: 1 }],
    ['{"days": 1 ', { days: 1 }],
    ['{"days": 1,', { days: 1 }],
    ['{"wet": tru', {}],
    ['{"wet": true', {}],
    ['{"wet": true,', { wet: true }],
    ['{"wet": null}', { wet: null }],
    ['[1, 2', [1]],
    ['[[1], [2, ["a', [[1], [2, ['a']]]],
    ['{"a": {"b": [{"c": "d"}, {"e": "f', { a: { b: [{ c: 'd' }, { e: 'f' }] } }],
    ['{"say": "\\', { say: '' }],
    ['{"say": "\\u00e', { say: '' }],
    ['{"say": "\\u00e9', { say: 'é' }],
    ['{"say": "a\\n\\t\\"\\/\\\\\\b\\f\\r', { say: 'a\n\t"/\\\b\f\r' }],
    ['"just text', 'just text'],
  ])('of %j is %j', (text, expected) => {
    expect(viewOf(text)).toEqual(expected);
  });

  test('withholds the first half of a surrogate pair until the next character arrives', () => {
    expect(viewsOf('{"a": "x\\ud83d', '\\ude00', 'y')).toEqual([{ a: 'x' }, { a: 'x😀' }, { a: 'x😀y' }]);
    expect(viewsOf('{"a": "x\ud83d', '\ude00"}')).toEqual([{ a: 'x' }, { a: 'x😀' }]);
    expect(viewsOf('{"a": "\\ud83d\\ud83d', '"}')).toEqual([{ a: '\ud83d' }, { a: '\ud83d\ud83d' }]);
  });

  test('decodes escapes that are split anywhere', () => {
    expect(viewsOf(...'{"a\\u0062\\n": "\\u4e16\\\\"}').at(-1)).toEqual({ 'ab\n': '世\\' });
  });

  test('makes every key an own property and pollutes no prototype', () => {
    const json = '{"__proto__": {"x": "1"}, "constructor": {"prototype": {"y": "2"}}, "toString": "3"}';
    for (const view of viewsOf(...cut(json, 3)).slice(1)) {
      expect(Object.getPrototypeOf(view)).toBe(Object.prototype);
      expect(Reflect.get(Object(view), 'x')).toBeUndefined();
    }
    const last = viewOf(json);
    expect(JSON.stringify(last)).toBe(JSON.stringify(JSON.parse(json)));
    expect({}).not.toHaveProperty('x');
    expect({}).not.toHaveProperty('y');
  });

  test('stops at invalid JSON without throwing', () => {
    expect(viewsOf('{"a": "x", "b": tru', 'th, "c": "y"}', '{"d": 1}').at(-1)).toEqual({ a: 'x' });
    expect(viewOf('{"a": "x\ny"}')).toEqual({ a: 'x' });
    expect(viewOf('{"path": "C:\\Users"}')).toEqual({ path: 'C:' });
    expect(viewOf('{"a": 01}')).toEqual({});
    expect(viewOf('{"a": 1} {"b": 2}')).toEqual({ a: 1 });
    expect(viewOf('Sure! {"a": 1}')).toBeUndefined();
  });

  test('does not change after it is returned', () => {
    const pieces = ['{"a": "x', 'y", "b": [1, ', '2, {"c": "', 'd"}]', ', "e": {}', '}'];
    const json = new PartialJson();
    const views: unknown[] = [];
    const copies: string[] = [];
    for (const piece of pieces) {
      json.push(piece);
      views.push(json.value);
      copies.push(JSON.stringify(json.value));
    }
    expect(views.map((view) => JSON.stringify(view))).toEqual(copies);
    expect(new Set(views).size).toBe(pieces.length);
  });

  test('of a long list is the same array each time, extended in place', () => {
    const json = new PartialJson();
    json.push(`[${'1,'.repeat(100)}`);
    const before = json.value;
    json.push('2,');
    expect(json.value).toBe(before);
    expect(before).toHaveLength(101);
  });

  test('of endlessly nested lists stops at the depth limit', () => {
    const json = new PartialJson();
    for (let pieces = 0; pieces < 20_000; pieces += 1) {
      json.push('[[[[[[[[[[[[[[[[');
      expect(Array.isArray(json.value)).toBe(true);
    }
    expect(json.broken).toBe(true);
  });
});

describe('for any JSON, cut anywhere', () => {
  const text = fc.string({ unit: 'binary', maxLength: 20 });
  const documents = fc.jsonValue({ noUnicodeString: false }).map((value) => [value]);
  const spaced = fc.tuple(documents, fc.constantFrom(0, 1, '\t'), fc.array(fc.nat(30), { maxLength: 40 }));

  test('every view is a prefix of the value, and the last view is the value', () => {
    fc.assert(
      fc.property(spaced, ([value, space, sizes]) => {
        const json = JSON.stringify(value, null, space);
        const whole = JSON.parse(json);
        const partial = new PartialJson();
        let at = 0;
        for (const size of sizes) {
          partial.push(json.slice(at, at + size));
          at += size;
          if (!isPrefix(partial.value ?? null, whole)) return false;
        }
        partial.push(json.slice(at));
        expect(partial.value).toEqual(whole);
        return !partial.broken;
      }),
      { numRuns: 1000, seed: 113 },
    );
  });

  test('a prefix of valid JSON is not broken', () => {
    fc.assert(
      fc.property(fc.tuple(documents, fc.nat(200)), ([value, length]) => {
        const partial = new PartialJson();
        partial.push(JSON.stringify(value).slice(0, length));
        return !partial.broken;
      }),
      { numRuns: 1000, seed: 113 },
    );
  });

  test('text that JSON.parse() accepts is not broken', () => {
    const near = fc.tuple(fc.object(), text, fc.nat(100)).map(([value, garbage, at]) => {
      const json = JSON.stringify(value);
      return json.slice(0, at) + garbage + json.slice(at + garbage.length);
    });
    fc.assert(
      fc.property(near, (json) => {
        const partial = new PartialJson();
        partial.push(json);
        return !partial.broken || !isJson(json);
      }),
      { numRuns: 2000, seed: 113 },
    );
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describeWithFixtures('the partial JSON cases of another SDK', () => {
  interface Case {
    readonly name: string;
    readonly input: string;
    readonly expected: unknown;
  }

  /** Deliberate differences: an incomplete string is shown, a number only once the next character completes it. */
  const ours = new Map<string, unknown>([
    ['{"foo": "bar", "thing": "', { foo: 'bar', thing: '' }],
    ['{"foo": "bar\\', { foo: 'bar' }],
    ['{"a": {"b": {"c": {"d": "e', { a: { b: { c: { d: 'e' } } } }],
    ['{"foo": 8.2156e-1', {}],
  ]);

  test('give the same values, except for incomplete strings and numbers', () => {
    const { partial_json: cases } = readFixtureJson<{ partial_json: readonly Case[] }>('decoder_cases.json');
    expect(cases.length).toBeGreaterThan(30);
    for (const { input, expected } of cases) {
      expect([input, viewOf(input)]).toEqual([input, ours.get(input) ?? expected]);
      expect([input, viewsOf(...input).at(-1)]).toEqual([input, ours.get(input) ?? expected]);
    }
  });
});
