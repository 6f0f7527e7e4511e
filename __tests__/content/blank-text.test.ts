import { describe, expect, test } from '@jest/globals';
import { type BlankRefusal, blankText, isBlank, type NonBlankText } from '../../lib/content/blank-text.js';
import { Message } from '../../lib/content/message.js';
import { searchResult } from '../../lib/content/search-result.js';
import { SystemPrompt } from '../../lib/content/system-prompt.js';
import { text } from '../../lib/content/text.js';
import { isValidationError } from '../../lib/errors/guards.js';
import type { Because } from '../../lib/wire/because.js';
import { type Equal, expectType } from '../support/types.js';

const problemsOf = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return isValidationError(error) ? error.problems : error;
  }
};

describe('text of white space only', () => {
  // The annotation hides the literals from the compiler, so that the run-time check is tested.
  const blank: string[] = ['', ' ', '\n', '\t \r\n', '\v\f', '\u00a0', '\u2003', '\u3000', '\ufeff'];

  test.each(blank.map((value) => [JSON.stringify(value), value]))(
    '%s is rejected with a path',
    (_, value) => {
      const refused = (path: string) => [{ path, rule: 'blank-text', message: blankText }];
      expect(problemsOf(() => text(value))).toEqual(refused('text'));
      expect(problemsOf(() => Message.user(value))).toEqual(refused('content'));
      expect(problemsOf(() => Message.system(value))).toEqual(refused('content'));
      expect(problemsOf(() => SystemPrompt.of(value))).toEqual(refused('system'));
      expect(problemsOf(() => searchResult({ source: 's', title: 't', content: value }))).toEqual(
        refused('text'),
      );
    },
  );

  test.each(['a', ' a', 'a ', '\n.\n', '\u200b', '😀'])('does not include %j', (value) => {
    expect(isBlank(value)).toBe(false);
    expect(text(value).text).toBe(value);
  });

  test('is accepted from an assistant, because the API accepts an empty final turn', () => {
    expect(Message.assistant('')).toEqual({ role: 'assistant', content: '' });
  });
});

describe('a blank literal', () => {
  test('does not compile, with the same sentence as at run time', () => {
    // @ts-expect-error: blank
    expect(() => text('')).toThrow(blankText);
    // @ts-expect-error: blank
    expect(() => text(' \n\t')).toThrow(blankText);
    // @ts-expect-error: blank
    expect(() => Message.user(' ')).toThrow(blankText);
    // @ts-expect-error: blank
    expect(() => Message.system('')).toThrow(blankText);
    // @ts-expect-error: blank
    expect(() => SystemPrompt.of('\n')).toThrow(blankText);
    expectType<Equal<NonBlankText<' '>, Because<'text must contain a character that is not white space'>>>();
  });

  test('is distinguished from every other string type', () => {
    expectType<Equal<BlankRefusal<''>, typeof blankText>>();
    expectType<Equal<BlankRefusal<' \u00a0\v\f\r'>, typeof blankText>>();
    expectType<Equal<BlankRefusal<'a'>, never>>();
    expectType<Equal<BlankRefusal<'  a'>, never>>();
    expectType<Equal<BlankRefusal<string>, never>>();
    expectType<Equal<BlankRefusal<`${string}`>, never>>();
    expectType<Equal<BlankRefusal<`${string}!`>, never>>();
    expectType<Equal<BlankRefusal<never>, never>>();
    expectType<Equal<BlankRefusal<'a' | ''>, typeof blankText>>();
    expectType<Equal<NonBlankText<'a' | 'b'>, 'a' | 'b'>>();
    expect(['', ' \u00a0\v\f\r', 'a', '  a'].map(isBlank)).toEqual([true, true, false, false]);
  });
});
