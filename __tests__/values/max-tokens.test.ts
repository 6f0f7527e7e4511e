import { describe, expect, test } from '@jest/globals';
import { ValidationError } from '../../lib/errors/validation-error.js';
import { ClaudeModel } from '../../lib/models/claude-model.js';
import { defineModel } from '../../lib/models/define-model.js';
import { type Model, specOf } from '../../lib/models/model.js';
import { MaxTokens, type MaxTokensRefusal, maxTokensRefusal } from '../../lib/values/max-tokens.js';

type Haiku = 'claude-haiku-4-5';
type Either = 'claude-haiku-4-5' | 'claude-opus-5-5';

const own = defineModel({ id: 'team/own', maxOutputTokens: 100 });

/** Widens a literal to `number`. */
const widen = (n: number): number => n;
const either = (): Either => 'claude-opus-5-5';

describe('MaxTokens.of()', () => {
  test.each([0, 1, 1024, 63_999, 64_000])('accepts %d for a model with a limit of 64000', (n) => {
    expect(MaxTokens.of('claude-haiku-4-5', widen(n))).toBe(n);
  });

  test.each([
    [64_001, 'max_tokens: claude-haiku-4-5 generates at most 64000 tokens, not 64001'],
    [-1, 'max_tokens: max_tokens takes a whole number of tokens, 0 or more, not -1'],
    [0.5, 'max_tokens: max_tokens takes a whole number of tokens, 0 or more, not 0.5'],
    [Number.NaN, 'max_tokens: max_tokens takes a whole number of tokens, 0 or more, not NaN'],
    [
      Number.POSITIVE_INFINITY,
      'max_tokens: max_tokens takes a whole number of tokens, 0 or more, not Infinity',
    ],
  ])('refuses %d', (n, message) => {
    expect(() => MaxTokens.of('claude-haiku-4-5', widen(n))).toThrow(ValidationError);
    expect(() => MaxTokens.of('claude-haiku-4-5', widen(n))).toThrow(message);
  });

  test('limits the Claude 3 models of the Rust crate to 4096', () => {
    for (const model of [
      ClaudeModel.Claude3Opus20240229,
      ClaudeModel.Claude3Sonnet20240229,
      ClaudeModel.Claude3Haiku20240307,
    ]) {
      expect(MaxTokens.of(model, 4096)).toBe(4096);
      expect(() => MaxTokens.of(model, widen(4097))).toThrow(
        `${model} generates at most 4096 tokens, not 4097`,
      );
    }
  });

  test('uses the limit of a model made with defineModel()', () => {
    expect(MaxTokens.of(own, 100)).toBe(100);
    // @ts-expect-error: team/own generates at most 100 tokens, not 101
    expect(() => MaxTokens.of(own, 101)).toThrow('team/own generates at most 100 tokens, not 101');
  });

  test('refuses an unknown model, with a suggestion', () => {
    // @ts-expect-error: no such model
    expect(() => MaxTokens.of('claude-haiku-45', 5)).toThrow('Did you mean "claude-haiku-4-5"?');
  });

  test.each(['1024', null, undefined, {}, true])('refuses %p, which is not a number', (n) => {
    // A JavaScript caller may pass any value.
    expect(() => MaxTokens.of('claude-haiku-4-5', n as number)).toThrow('takes a whole number of tokens');
  });

  test('checks literals at compile time, and other numbers at run time', () => {
    // @ts-expect-error: claude-haiku-4-5 generates at most 64000 tokens, not 64001
    expect(() => MaxTokens.of('claude-haiku-4-5', 64_001)).toThrow();
    // @ts-expect-error: a whole number
    expect(() => MaxTokens.of('claude-haiku-4-5', 10.5)).toThrow();
    // @ts-expect-error: 0 or more
    expect(() => MaxTokens.of('claude-haiku-4-5', -1)).toThrow();
    expect(MaxTokens.of('claude-haiku-4-5', widen(1))).toBe(1);
  });

  test('accepts only literals within the limit of every model of a union', () => {
    expect(MaxTokens.of(either(), 64_000)).toBe(64_000);
    expect(MaxTokens.of(either(), widen(128_000))).toBe(128_000);
    // @ts-expect-error: not every model of the union generates 64001 tokens
    expect(MaxTokens.of(either(), 64_001)).toBe(64_001);
  });
});

describe('MaxTokens.safe()', () => {
  test('returns the value', () => {
    expect(MaxTokens.safe('claude-haiku-4-5', 64_000)).toEqual({ ok: true, value: 64_000 });
  });

  test('returns the error that of() would throw', () => {
    const result = MaxTokens.safe('claude-haiku-4-5', 64_001);
    expect(result.ok ? undefined : result.error.problems).toEqual([
      {
        path: 'max_tokens',
        rule: 'max-tokens',
        message: 'claude-haiku-4-5 generates at most 64000 tokens, not 64001',
      },
    ]);
  });

  test('returns an error for an unknown model', () => {
    const result = MaxTokens.safe('claude-nine' as Haiku, 5);
    expect(result.ok ? undefined : result.error.problems[0]?.path).toBe('model');
  });
});

describe('MaxTokens.max()', () => {
  test('returns the limit of the model', () => {
    expect(MaxTokens.max(ClaudeModel.Opus5_5)).toBe(128_000);
    expect(MaxTokens.max(own)).toBe(100);
  });
});

describe('a MaxTokens value', () => {
  const forHaiku = MaxTokens.of('claude-haiku-4-5', 64_000);

  test('is assignable only to MaxTokens of the same model', () => {
    const same: MaxTokens<Haiku> = forHaiku;
    // @ts-expect-error: made for another model
    const other: MaxTokens<'claude-opus-5-5'> = forHaiku;
    // @ts-expect-error: made for one member of the union, and the request may be for the other
    const union: MaxTokens<Either> = forHaiku;
    // @ts-expect-error: an unchecked number
    const unchecked: MaxTokens<Haiku> = 5;
    expect([same, other, union, unchecked]).toEqual([64_000, 64_000, 64_000, 5]);
  });

  test('serializes and adds like a number', () => {
    expect(JSON.stringify({ max_tokens: forHaiku })).toBe('{"max_tokens":64000}');
    expect(forHaiku + 1).toBe(64_001);
  });

  test('is accepted for its own model, and refused for another with a sentence that says what to do', () => {
    type Own = [MaxTokensRefusal<Haiku, typeof forHaiku>] extends [never] ? 'taken' : 'refused';
    const taken: Own = 'taken';
    const refused: MaxTokensRefusal<'claude-opus-5-5', typeof forHaiku> =
      'this MaxTokens was made for claude-haiku-4-5: make one with MaxTokens.of(model, n) for the model of the request';
    expect([taken, refused]).toHaveLength(2);
  });
});

describe('the refusal of a max_tokens value', () => {
  const above: MaxTokensRefusal<Haiku, 64_001> = 'claude-haiku-4-5 generates at most 64000 tokens, not 64001';
  const defined: MaxTokensRefusal<typeof own, 101> = 'team/own generates at most 100 tokens, not 101';
  const negative: MaxTokensRefusal<Haiku, -1> =
    'max_tokens takes a whole number of tokens, 0 or more, not -1';
  const half: MaxTokensRefusal<Haiku, 0.5> = 'max_tokens takes a whole number of tokens, 0 or more, not 0.5';
  const small: MaxTokensRefusal<Haiku, 0.05> =
    'max_tokens takes a whole number of tokens, 0 or more, not 0.05';
  const tiny: MaxTokensRefusal<Haiku, 1e-7> =
    'max_tokens takes a whole number of tokens, 0 or more, not 1e-7';
  const huge: MaxTokensRefusal<Haiku, 1e21> =
    'max_tokens takes a whole number of tokens, 0 or more, not 1e+21';

  test.each<[Model, number, string]>([
    ['claude-haiku-4-5', 64_001, above],
    [own, 101, defined],
    ['claude-haiku-4-5', -1, negative],
    ['claude-haiku-4-5', 0.5, half],
    ['claude-haiku-4-5', 0.05, small],
    ['claude-haiku-4-5', 1e-7, tiny],
    ['claude-haiku-4-5', 1e21, huge],
  ])('is the same at compile time as at run time for %p and %d', (model, n, sentence) => {
    expect(maxTokensRefusal(specOf(model), n)).toBe(sentence);
  });

  test('is one sentence for a union of models', () => {
    const union: MaxTokensRefusal<Either, 64_001> =
      'not every model of the union generates 64001 tokens: pin the model, or use MaxTokens.of(model, n)';
    const bothBelow: MaxTokensRefusal<'claude-fable-5' | 'claude-opus-5-5', 128_001> =
      'not every model of the union generates 128001 tokens: pin the model, or use MaxTokens.of(model, n)';
    expect([union, bothBelow]).toHaveLength(2);
  });

  test('does not exist for a valid number', () => {
    type Taken<N extends number> = [MaxTokensRefusal<Haiku, N>] extends [never] ? true : false;
    const taken: [Taken<0>, Taken<1024>, Taken<64_000>, Taken<number>] = [true, true, true, true];
    expect(taken).not.toContain(false);
    for (const n of [0, 1024, 64_000])
      expect(maxTokensRefusal(specOf('claude-haiku-4-5'), n)).toBeUndefined();
  });

  test('depends only on the number when the model is unknown', () => {
    expect(maxTokensRefusal(undefined, 1e6)).toBeUndefined();
    expect(maxTokensRefusal(undefined, -1)).toBe(negative);
  });

  test('names only the invalid literals of a union', () => {
    const refused: MaxTokensRefusal<Haiku, 1024 | 70_000> =
      'claude-haiku-4-5 generates at most 64000 tokens, not 70000';
    expect(maxTokensRefusal(specOf('claude-haiku-4-5'), 70_000)).toBe(refused);
  });
});
