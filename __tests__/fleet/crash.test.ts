import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { describeWhere } from '../support/fixtures.js';
import { hasRedis } from '../support/redis.js';
import { runProgram } from '../support/run-program.js';
import { root } from '../support/typescript-versions.js';

/** Settings for a short `npm run fleet`. Its limit, 60 at once and 9 per second, still holds requests back. */
const small = {
  FLEET_JOBS: '160',
  FLEET_KILLS: '3',
  FLEET_WORKERS: '2',
  FLEET_PER_MINUTE: '600',
  FLEET_FORMAT: 'json',
};

/** The counts of a run. Rejects when a result is missing, wrong or duplicated, or when the limit was exceeded. */
async function outcomeOf(settings: Readonly<Record<string, string>> = {}) {
  return JSON.parse(await runProgram(`${root}examples/fleet/main.ts`, { ...small, ...settings }));
}

/** Expects that no result is missing or duplicated, and that the server never saw more requests than it allows. */
function expectWhole(outcome: Record<string, unknown>) {
  expect(outcome).toMatchObject({ results: 160, missing: 0, duplicated: 0, wrong: 0, passed: true });
  expect(outcome).toMatchObject({ workerKills: 3, redisKills: 1, progress: { succeeded: 160, failed: 0 } });
  const { busiest, allowed } = outcome as Record<'busiest' | 'allowed', { minute: number; second: number }>;
  expect(allowed).toEqual({ minute: 600, second: 78 });
  expect(busiest.minute).toBeLessThanOrEqual(allowed.minute);
  expect(busiest.second).toBeLessThanOrEqual(allowed.second);
  // The limit was in effect: after sixty at once, the other hundred take eleven seconds.
  expect(outcome.seconds).toBeGreaterThan(11);
}

describeWhere(hasRedis)('a fleet whose workers and Redis are killed', () => {
  test('loses no result, duplicates none, and keeps the limit in every window', async () => {
    expectWhole(await outcomeOf());
  }, 120_000);
});

/** Network namespaces require Linux and root. Without them, the test is skipped. */
const hasNamespaces = hasRedis && makesNamespaces();

function makesNamespaces(): boolean {
  const name = `clust-${process.pid}-try`;
  if (spawnSync('ip', ['netns', 'add', name]).status !== 0) return false;
  return spawnSync('ip', ['netns', 'delete', name]).status === 0;
}

describeWhere(hasNamespaces)('a fleet on two machines, one of which loses its network', () => {
  test('loses no result, duplicates none, and keeps the limit in every window', async () => {
    const outcome = await outcomeOf({ FLEET_MACHINES: '2' });
    expect(outcome.machines).toBe(2);
    expectWhole(outcome);
  }, 120_000);
});

test('a run on two machines names its requirements if there are no network namespaces', async () => {
  const without = { ...small, FLEET_MACHINES: '2', PATH: '' };
  const run = runProgram(`${root}examples/fleet/main.ts`, without);
  await expect(run).rejects.toThrow(
    'cannot create network namespaces: this needs Linux, the ip command and root',
  );
});
