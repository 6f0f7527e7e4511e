import { describe, expect, test } from '@jest/globals';
import { StreamOption } from '../../lib/values/stream-option.js';
import { defaultVersion, Version } from '../../lib/values/version.js';

describe('Version', () => {
  test('lists the API versions, and the newest is the default', () => {
    expect(Object.values(Version)).toEqual(['2023-01-01', '2023-06-01', '2026-10-21']);
    const version: '2026-10-21' = defaultVersion;
    expect(version).toBe(Version.V2026_10_21);
  });

  test('is a type that accepts only these versions', () => {
    const literal: Version = '2023-06-01';
    // @ts-expect-error: no such version
    const unknown: Version = '2024-06-01';
    expect(Object.values(Version)).toContain(literal);
    expect(Object.values(Version)).not.toContain(unknown);
  });
});

describe('StreamOption', () => {
  test('has the values that are sent to the API', () => {
    const stream: true = StreamOption.ReturnStream;
    const once: false = StreamOption.ReturnOnce;
    expect([stream, once]).toEqual([true, false]);
  });
});
