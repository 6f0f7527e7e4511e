import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { serve } from '../support/loopback.js';
import { pick, seededRandom } from '../support/random.js';
import { type Next, StrictApi } from '../support/strict-api.js';
import { root } from '../support/typescript-versions.js';

/** `npm run test:conversations` has two hundred. */
const kills = Number(process.env.CLUST_KILLS ?? 8);
const said: readonly Next[] = [
  'text',
  'think',
  'tools',
  'tools',
  'tools',
  'pause',
  'cut off',
  'refusal',
  'nothing',
];

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clust-'));
  await build({
    entryPoints: [`${root}__tests__/conversation/crash-program.ts`],
    outfile: `${folder}/program.mjs`,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
});
afterAll(() => rm(folder, { recursive: true }));

test(`a program that is killed ${kills} times goes on with its conversation, and makes no call twice`, async () => {
  const random = seededRandom(Number(process.env.CLUST_SEED ?? 7));
  const api = new StrictApi();
  let arrived = () => {};
  const server = await serve(async (response, received) => {
    arrived();
    // Long enough for some to die while they wait for the answer.
    await setTimeout(pick(random, 10));
    if (api.next.length === 0) api.next.push(said[pick(random, said.length)] ?? 'text');
    await api.answer(response, received);
  });
  const live = (answers: number) =>
    spawn(process.execPath, [`${folder}/program.mjs`, server.url, folder, String(answers)], {
      stdio: 'inherit',
    });
  for (let killed = 0; killed < kills; killed++) {
    let requests = 1 + pick(random, 4);
    const asked = new Promise<void>((resolve) => {
      arrived = () => --requests === 0 && resolve();
    });
    const program = live(Number.POSITIVE_INFINITY);
    await asked;
    await setTimeout(pick(random, 20));
    program.kill('SIGKILL');
    const [, signal] = await once(program, 'exit');
    expect(signal).toBe('SIGKILL');
  }
  const [code] = await once(live(5), 'exit');
  expect([code, api.refusals]).toEqual([0, []]);
  const made = (await readFile(`${folder}/calls.txt`, 'utf8')).trim().split('\n');
  expect(new Set(made).size).toBe(made.length);
  expect(made.filter((id) => !api.calls.includes(id))).toEqual([]);
  const { request } = JSON.parse(await readFile(`${folder}/conversation.json`, 'utf8'));
  expect(request.messages.length).toBeGreaterThan(kills);
}, 3_600_000);
