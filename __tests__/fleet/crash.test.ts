import { expect, test } from '@jest/globals';
import { hasRedis } from '../support/redis.js';
import { runProgram } from '../support/run-program.js';
import { root } from '../support/typescript-versions.js';

(hasRedis ? test : test.skip)(
  'workers and Redis that are killed cost no result, and no job has two',
  async () => {
    const output = await runProgram(`${root}examples/fleet/main.ts`, {
      FLEET_JOBS: '200',
      FLEET_KILLS: '3',
      FLEET_WORKERS: '2',
    });
    expect(output).toContain('results     200: 0 missing, 0 twice, 0 wrong');
  },
  120_000,
);
