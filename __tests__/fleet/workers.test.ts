import { expect, test } from '@jest/globals';
import { describeWhere } from '../support/fixtures.js';
import { hasRedis } from '../support/redis.js';
import { runProgram } from '../support/run-program.js';
import { root } from '../support/typescript-versions.js';

/** Requests a second in the second half of a run whose workers wait for the server: 400 ms for each of four at once. */
async function paceOf(settings: Readonly<Record<string, string>>): Promise<number> {
  const waiting = {
    FLEET_KILLS: '0',
    FLEET_CONCURRENCY: '4',
    FLEET_LATENCY: '400',
    FLEET_PER_MINUTE: '60000',
    FLEET_FORMAT: 'json',
  };
  const output = await runProgram(`${root}examples/fleet/main.ts`, { ...waiting, ...settings });
  const { pace, isWhole } = JSON.parse(output);
  expect(isWhole).toBe(true);
  return pace;
}

describeWhere(hasRedis)('the throughput of a fleet', () => {
  test('grows with its workers, until the limit does not let it', async () => {
    const one = await paceOf({ FLEET_WORKERS: '1', FLEET_JOBS: '60' });
    const four = await paceOf({ FLEET_WORKERS: '4', FLEET_JOBS: '240' });
    expect(four / one).toBeGreaterThan(3);
    expect(four / one).toBeLessThan(5);
    // 100 at once, then 15 a second: four would make forty.
    const limited = await paceOf({ FLEET_WORKERS: '4', FLEET_JOBS: '300', FLEET_PER_MINUTE: '1000' });
    expect(limited).toBeLessThanOrEqual(16);
    expect(limited).toBeGreaterThan(12);
  }, 180_000);
});
