import { expect, test } from '@jest/globals';
import { describeWhere } from '../support/fixtures.js';
import { hasRedis } from '../support/redis.js';
import { runProgram } from '../support/run-program.js';
import { root } from '../support/typescript-versions.js';

describeWhere(hasRedis)('a fleet whose workers and Redis are killed', () => {
  test('loses no result, and has none twice', async () => {
    const size = { FLEET_JOBS: '200', FLEET_KILLS: '3', FLEET_WORKERS: '2' };
    const output = await runProgram(`${root}examples/fleet/main.ts`, size);
    expect(output).toContain('results     200: 0 missing, 0 twice, 0 wrong');
  }, 120_000);
});
