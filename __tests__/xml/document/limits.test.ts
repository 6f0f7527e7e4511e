import { describe, expect, jest, test } from '@jest/globals';
import { FunctionCalls, Invoke, Tools } from '../../../lib/xml/index.js';
import { limits } from '../../../lib/xml/text/limits.js';
import { refusalOf } from '../support/refusals.js';

// These tests read large texts, and the machine may be busy.
jest.setTimeout(60_000);

const callWith = (parameters: string) =>
  `<invoke><tool_name>t</tool_name><parameters>${parameters}</parameters></invoke>`;

describe('the size limits', () => {
  test('reject elements nested 100,000 levels deep', () => {
    const bomb = '<a>'.repeat(100_000) + '</a>'.repeat(100_000);

    expect(refusalOf(() => Invoke.parse(bomb)).expected).toBe('<invoke>');
    expect(refusalOf(() => Invoke.parse(callWith(bomb))).expected).toBe(`at most ${limits.depth} levels`);
  });

  test('allow elements nested as deep as the limit', () => {
    // <invoke> and <parameters> are the other two levels.
    const inner = '<a>'.repeat(limits.depth - 2) + '</a>'.repeat(limits.depth - 2);
    expect(Invoke.parse(callWith(inner)).parameters.a).toBe(inner.slice('<a>'.length, -'</a>'.length));
  });

  test('allow a value of 10 MB', () => {
    const value = { tool_name: 't', parameters: { text: 'é & <b>\n'.repeat(1_250_000) } };
    expect(Invoke.parse(Invoke.serialize(value))).toEqual(value);
  });

  test('allow 8,000 parameters', () => {
    const parameters = Object.fromEntries(
      Array.from({ length: 8000 }, (_, index) => [`p${index}`, `${index}`]),
    );
    const value = { tool_name: 't', parameters };
    expect(Invoke.parse(Invoke.serialize(value))).toEqual(value);
  });

  test('allow one parameter repeated 8,000 times', () => {
    const list = Invoke.parse(callWith('<a>1</a>'.repeat(8000))).parameters.a;
    expect(list).toHaveLength(8000);
  });

  test('reject a tag with 8,000 attributes', () => {
    const attributes = Array.from({ length: 8000 }, (_, index) => ` a${index}="1"`).join('');
    expect(refusalOf(() => Invoke.parse(`<invoke${attributes}/>`)).expected).toMatch(/without attributes/);
  });

  test('reject more elements than the limit', () => {
    const call = '<invoke><tool_name/></invoke>'.repeat(limits.elements);
    const refusal = refusalOf(() => FunctionCalls.parse(`<function_calls>${call}</function_calls>`));
    expect(refusal.expected).toBe(`at most ${limits.elements} elements`);
  });

  test('reject a document longer than the limit', () => {
    const refusal = refusalOf(() => Invoke.parse(callWith(`<a>${'x'.repeat(limits.length)}</a>`)));
    expect(refusal.expected).toBe(`at most ${limits.length} characters`);
  });

  test('reject a tag of 10 MB', () => {
    expect(refusalOf(() => Invoke.parse(`<invoke${' '.repeat(10_000_000)}`)).expected).toMatch(
      /a tag of at most/,
    );
    expect(refusalOf(() => Invoke.parse(`<${'a'.repeat(10_000_000)}`)).expected).toMatch(/a tag of at most/);
  });

  test.each(['<', '&', '</', '<![CDATA[', ']]>', '<a/>', '<a>', '&#1;', '<!--', '&amp'])(
    'reject 1 MB of %j',
    (piece) => {
      const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
      refusalOf(() => Tools.parse(text));
      refusalOf(() => Invoke.parse(callWith(`<p>${text}`)));
    },
  );
});
