import { describe, expect, test } from '@jest/globals';
import type { Tagged } from 'type-fest';
import type { IsAtMost } from '../../lib/values/is-at-most.js';
import { type IsUnit, type IsWhole, isUnit, isWhole } from '../../lib/values/numbers.js';

describe('IsAtMost', () => {
  test('compares whole numbers', () => {
    // These are boundary values. `is-at-most.types.ts` compares a whole table with type-fest.
    const met: [IsAtMost<0, 0>, IsAtMost<9, 10>, IsAtMost<64_000, 64_000>, IsAtMost<999_999, 1_000_000>] = [
      true,
      true,
      true,
      true,
    ];
    const missed: [IsAtMost<1, 0>, IsAtMost<10, 9>, IsAtMost<64_001, 64_000>, IsAtMost<128_000, 64_000>] = [
      false,
      false,
      false,
      false,
    ];
    expect([...met, ...missed].filter(Boolean)).toHaveLength(4);
  });

  test('is boolean for a number that it cannot compare', () => {
    type Read<Verdict extends boolean> = [boolean] extends [Verdict] ? 'either' : Verdict;
    const read: [
      Read<IsAtMost<number, 5>>,
      Read<IsAtMost<5, number>>,
      Read<IsAtMost<-5, 5>>,
      Read<IsAtMost<5, -5>>,
      Read<IsAtMost<0.5, 5>>,
      Read<IsAtMost<1e21, 5>>,
      Read<IsAtMost<Tagged<number, 'x'>, 5>>,
      Read<IsAtMost<5, Tagged<number, 'x'>>>,
    ] = ['either', 'either', 'either', 'either', 'either', 'either', 'either', 'either'];
    expect(new Set(read)).toEqual(new Set(['either']));
  });
});

describe('isWhole()', () => {
  test.each([0, 1, 64_000, Number.MAX_SAFE_INTEGER])('accepts %d', (n) => {
    expect(isWhole(n)).toBe(true);
  });

  test.each([-1, 0.5, 1e21, 1e-7, Number.NaN, Number.POSITIVE_INFINITY, '5', null, undefined, {}])(
    'refuses %p',
    (n) => {
      expect(isWhole(n)).toBe(false);
    },
  );

  test('agrees with the type IsWhole', () => {
    const yes: [IsWhole<0>, IsWhole<1>, IsWhole<64_000>] = [true, true, true];
    const no: [IsWhole<-1>, IsWhole<0.5>, IsWhole<0.05>, IsWhole<1e21>, IsWhole<1e-7>] = [
      false,
      false,
      false,
      false,
      false,
    ];
    expect([0, 1, 64_000].map(isWhole)).toEqual(yes);
    expect([-1, 0.5, 0.05, 1e21, 1e-7].map(isWhole)).toEqual(no);
  });
});

describe('isUnit()', () => {
  test('agrees with the type IsUnit', () => {
    const yes: [
      IsUnit<0>,
      IsUnit<1>,
      IsUnit<0.5>,
      IsUnit<0.05>,
      IsUnit<0.000001>,
      IsUnit<1e-7>,
      IsUnit<2.5e-9>,
    ] = [true, true, true, true, true, true, true];
    const no: [IsUnit<-0.5>, IsUnit<-1e-7>, IsUnit<1.01>, IsUnit<2>, IsUnit<10>, IsUnit<1e21>] = [
      false,
      false,
      false,
      false,
      false,
      false,
    ];
    expect([0, 1, 0.5, 0.05, 0.000001, 1e-7, 2.5e-9].map(isUnit)).toEqual(yes);
    expect([-0.5, -1e-7, 1.01, 2, 10, 1e21].map(isUnit)).toEqual(no);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, '0.5', null, undefined])('refuses %p', (n) => {
    expect(isUnit(n)).toBe(false);
  });
});
