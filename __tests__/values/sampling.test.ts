import { describe, expect, test } from '@jest/globals';
import { Temperature, type TemperatureRefusal, temperatureRefusal } from '../../lib/values/temperature.js';
import { TopK, type TopKRefusal, topKRefusal } from '../../lib/values/top-k.js';
import { TopP, type TopPRefusal, topPRefusal } from '../../lib/values/top-p.js';

/** Widens a literal to `number`. */
const widen = (n: number): number => n;

describe('Temperature', () => {
  test.each([0, 0.05, 0.7, 1, 1e-7])('accepts %d', (n) => {
    expect(Temperature.of(widen(n))).toBe(n);
    expect(Temperature.safe(n)).toEqual({ ok: true, value: n });
  });

  const above: TemperatureRefusal<1.5> = 'temperature must be between 0 and 1, not 1.5';
  const below: TemperatureRefusal<-0.1> = 'temperature must be between 0 and 1, not -0.1';
  const two: TemperatureRefusal<2> = 'temperature must be between 0 and 1, not 2';
  const huge: TemperatureRefusal<1e21> = 'temperature must be between 0 and 1, not 1e+21';

  test.each<[number, string]>([
    [1.5, above],
    [-0.1, below],
    [2, two],
    [1e21, huge],
    [Number.NaN, 'temperature must be between 0 and 1, not NaN'],
  ])('refuses %d with the same sentence as the compiler', (n, sentence) => {
    expect(temperatureRefusal(n)).toBe(sentence);
    expect(() => Temperature.of(widen(n))).toThrow(`temperature: ${sentence}`);
    const result = Temperature.safe(n);
    expect(result.ok ? [] : result.error.problems).toEqual([
      { path: 'temperature', rule: 'temperature-range', message: sentence },
    ]);
  });

  test('is checked at compile time when it is a literal', () => {
    // @ts-expect-error: temperature must be between 0 and 1, not 1.5
    expect(() => Temperature.of(1.5)).toThrow();
    // @ts-expect-error: an unchecked number
    const unchecked: Temperature = 0.5;
    expect(unchecked).toBe(0.5);
  });

  test('accepts a Temperature', () => {
    expect(Temperature.of(Temperature.of(0.5))).toBe(0.5);
  });

  test('refuses a string, null and an object', () => {
    expect(temperatureRefusal('0.5')).toBe('temperature must be between 0 and 1, not "0.5"');
    expect(temperatureRefusal(null)).toBe('temperature must be between 0 and 1, not null');
    expect(temperatureRefusal({})).toBe('temperature must be between 0 and 1, not object');
  });
});

describe('TopP', () => {
  test.each([0, 0.95, 1])('accepts %d', (n) => {
    expect(TopP.of(widen(n))).toBe(n);
  });

  const above: TopPRefusal<1.01> = 'top_p must be between 0 and 1, not 1.01';
  const below: TopPRefusal<-1> = 'top_p must be between 0 and 1, not -1';

  test.each<[number, string]>([
    [1.01, above],
    [-1, below],
  ])('refuses %d with the same sentence as the compiler', (n, sentence) => {
    expect(topPRefusal(n)).toBe(sentence);
    expect(() => TopP.of(widen(n))).toThrow(`top_p: ${sentence}`);
    expect(TopP.safe(n).ok).toBe(false);
  });

  test('is checked at compile time when it is a literal', () => {
    // @ts-expect-error: top_p must be between 0 and 1, not 2
    expect(() => TopP.of(2)).toThrow();
    // @ts-expect-error: a Temperature is not a TopP
    const other: TopP = Temperature.of(0.5);
    expect(other).toBe(0.5);
  });
});

describe('TopK', () => {
  test.each([0, 1, 40, 500])('accepts %d', (n) => {
    expect(TopK.of(widen(n))).toBe(n);
  });

  const half: TopKRefusal<0.5> = 'top_k takes a whole number, 0 or more, not 0.5';
  const below: TopKRefusal<-1> = 'top_k takes a whole number, 0 or more, not -1';

  test.each<[number, string]>([
    [0.5, half],
    [-1, below],
  ])('refuses %d with the same sentence as the compiler', (n, sentence) => {
    expect(topKRefusal(n)).toBe(sentence);
    expect(() => TopK.of(widen(n))).toThrow(`top_k: ${sentence}`);
    expect(TopK.safe(n).ok).toBe(false);
  });

  test('is checked at compile time when it is a literal', () => {
    // @ts-expect-error: top_k takes a whole number, 0 or more, not 1.5
    expect(() => TopK.of(1.5)).toThrow();
    expect(TopK.of(40)).toBe(40);
  });
});
