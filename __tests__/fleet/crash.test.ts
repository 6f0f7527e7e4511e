import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { describeWhere } from '../support/fixtures.js';
import { hasRedis } from '../support/redis.js';
import { runProgram } from '../support/run-program.js';
import { root } from '../support/typescript-versions.js';

/** `npm run fleet` at a size that is done in seconds; its limit, 60 at once and 9 a second, still holds requests back. */
const small = {
  FLEET_JOBS: '160',
  FLEET_KILLS: '3',
  FLEET_WORKERS: '2',
  FLEET_PER_MINUTE: '600',
  FLEET_FORMAT: 'json',
};

/** What the run counted: it rejects when a result is missing, wrong or there twice, or the limit was passed. */
async function outcomeOf(settings: Readonly<Record<string, string>> = {}) {
  return JSON.parse(await runProgram(`${root}examples/fleet/main.ts`, { ...small, ...settings }));
}

/** Nothing is lost, nothing is there twice, and the server never saw more than it allows. */
function expectWhole(outcome: Record<string, unknown>) {
  expect(outcome).toMatchObject({ results: 160, missing: 0, duplicated: 0, wrong: 0, passed: true });
  expect(outcome).toMatchObject({ workerKills: 3, redisKills: 1, progress: { succeeded: 160, failed: 0 } });
  const { busiest, allowed } = outcome as Record<'busiest' | 'allowed', { minute: number; second: number }>;
  expect(allowed).toEqual({ minute: 600, second: 78 });
  expect(busiest.minute).toBeLessThanOrEqual(allowed.minute);
  expect(busiest.second).toBeLessThanOrEqual(allowed.second);
  // Not because it was slow: beyond the sixty at once, a hundred take eleven seconds.
  expect(outcome.seconds).toBeGreaterThan(11);
}

describeWhere(hasRedis)('a fleet whose workers and Redis are killed', () => {
  test('loses no result, has none twice, and keeps the limit in every window', async () => {
    expectWhole(await outcomeOf());
  }, 120_000);
});

/** Two network namespaces take Linux and root; where they are not allowed this is shown as skipped. */
const hasNamespaces = hasRedis && makesNamespaces();

function makesNamespaces(): boolean {
  const name = `clust-${process.pid}-try`;
  if (spawnSync('ip', ['netns', 'add', name]).status !== 0) return false;
  return spawnSync('ip', ['netns', 'delete', name]).status === 0;
}

describeWhere(hasNamespaces)('a fleet on two machines, one of which loses its network', () => {
  test('does the same', async () => {
    const outcome = await outcomeOf({ FLEET_MACHINES: '2' });
    expect(outcome.machines).toBe(2);
    expectWhole(outcome);
  }, 120_000);
});

test('a run on two machines says what it takes where nobody can make them', async () => {
  const without = { ...small, FLEET_MACHINES: '2', PATH: '' };
  const run = runProgram(`${root}examples/fleet/main.ts`, without);
  await expect(run).rejects.toThrow(
    'cannot create network namespaces: this needs Linux, the ip command and root',
  );
});
