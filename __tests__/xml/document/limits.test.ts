import { describe, expect, jest, test } from '@jest/globals';
import { FunctionCalls, Invoke, Tools } from '../../../lib/xml/index.js';
import { limits } from '../../../lib/xml/text/limits.js';
import { refusalOf } from '../support/refusals.js';

// Much is read here, on machines that do other things as well.
jest.setTimeout(60_000);

const callWith = (parameters: string) =>
  `<invoke><tool_name>t</tool_name><parameters>${parameters}</parameters></invoke>`;

describe('what is large is read, or refused for its size', () => {
  test('elements 100,000 deep', () => {
    const bomb = '<a>'.repeat(100_000) + '</a>'.repeat(100_000);

    expect(refusalOf(() => Invoke.parse(bomb)).expected).toBe('<invoke>');
    expect(refusalOf(() => Invoke.parse(callWith(bomb))).expected).toBe(`at most ${limits.depth} levels`);
  });

  test('as many levels as are allowed', () => {
    // invoke, parameters, and the parameter around them.
    const inner = '<a>'.repeat(limits.depth - 2) + '</a>'.repeat(limits.depth - 2);
    expect(Invoke.parse(callWith(inner)).parameters.a).toBe(inner.slice('<a>'.length, -'</a>'.length));
  });

  test('a value of 10 MB', () => {
    const value = { tool_name: 't', parameters: { text: 'é & <b>\n'.repeat(1_250_000) } };
    expect(Invoke.parse(Invoke.serialize(value))).toEqual(value);
  });

  test('8,000 parameters', () => {
    const parameters = Object.fromEntries(
      Array.from({ length: 8000 }, (_, index) => [`p${index}`, `${index}`]),
    );
    const value = { tool_name: 't', parameters };
    expect(Invoke.parse(Invoke.serialize(value))).toEqual(value);
  });

  test('one parameter 8,000 times', () => {
    const list = Invoke.parse(callWith('<a>1</a>'.repeat(8000))).parameters.a;
    expect(list).toHaveLength(8000);
  });

  test('8,000 attributes', () => {
    const attributes = Array.from({ length: 8000 }, (_, index) => ` a${index}="1"`).join('');
    expect(refusalOf(() => Invoke.parse(`<invoke${attributes}/>`)).expected).toMatch(/without attributes/);
  });

  test('too many elements', () => {
    const call = '<invoke><tool_name/></invoke>'.repeat(limits.elements);
    const refusal = refusalOf(() => FunctionCalls.parse(`<function_calls>${call}</function_calls>`));
    expect(refusal.expected).toBe(`at most ${limits.elements} elements`);
  });

  test('a document that is too long', () => {
    const refusal = refusalOf(() => Invoke.parse(callWith(`<a>${'x'.repeat(limits.length)}</a>`)));
    expect(refusal.expected).toBe(`at most ${limits.length} characters`);
  });

  test('a tag that never ends', () => {
    expect(refusalOf(() => Invoke.parse(`<invoke${' '.repeat(10_000_000)}`)).expected).toMatch(
      /a tag of at most/,
    );
    expect(refusalOf(() => Invoke.parse(`<${'a'.repeat(10_000_000)}`)).expected).toMatch(/a tag of at most/);
  });

  test.each(['<', '&', '</', '<![CDATA[', ']]>', '<a/>', '<a>', '&#1;', '<!--', '&amp'])(
    'nothing but %j',
    (piece) => {
      const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
      refusalOf(() => Tools.parse(text));
      refusalOf(() => Invoke.parse(callWith(`<p>${text}`)));
    },
  );
});
