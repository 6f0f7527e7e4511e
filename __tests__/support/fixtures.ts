import { existsSync, readFileSync } from 'node:fs';
import { describe } from '@jest/globals';

/** Recorded traffic of the real API, in a folder next to the checkout. Most machines do not have it. */
const fixturesDir = new URL('../../../shared/fixtures/', import.meta.url);

export const haveFixtures = existsSync(new URL('index.json', fixturesDir));

export interface RecordedInteraction {
  readonly id: string;
  readonly kind: 'json' | 'stream' | 'rejected';
  readonly endpoint: string;
  readonly status: number;
  readonly model: string | null;
  readonly bytes_exact: boolean;
  readonly notes: readonly string[];
  readonly problems: readonly string[] | null;
  readonly files: Readonly<Partial<Record<'request' | 'response' | 'sse' | 'expected' | 'rejected', string>>>;
}

/** `describe`, or `describe.skip` where something that the tests need is not available. */
export function describeWhere(isAvailable: boolean): typeof describe | typeof describe.skip {
  return isAvailable ? describe : describe.skip;
}

export const describeWithFixtures = describeWhere(haveFixtures);

export function readFixture(path: string): string {
  return readFileSync(new URL(path, fixturesDir), 'utf8');
}

export function readFixtureJson<T = unknown>(path: string): T {
  return JSON.parse(readFixture(path)) as T;
}

export function fixtureIndex(): readonly RecordedInteraction[] {
  return haveFixtures ? readFixtureJson<RecordedInteraction[]>('index.json') : [];
}
