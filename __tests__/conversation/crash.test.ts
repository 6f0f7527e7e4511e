import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { crashProgram } from '../support/crash-program.js';
import { serve } from '../support/loopback.js';
import { pick, seededRandom } from '../support/random.js';
import { type Next, StrictApi } from '../support/strict-api.js';

/** `npm run test:conversations` sets two hundred. */
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

const program = crashProgram('__tests__/conversation/crash-program.ts');

test(`a program that is killed ${kills} times continues its conversation and makes no tool call twice`, async () => {
  const random = seededRandom(Number(process.env.CLUST_SEED ?? 7));
  const api = new StrictApi();
  let arrived = () => {};
  const server = await serve(async (response, received) => {
    arrived();
    // Long enough that some programs are killed while they wait for the answer.
    await setTimeout(pick(random, 10));
    if (api.next.length === 0) api.next.push(said[pick(random, said.length)] ?? 'text');
    await api.answer(response, received);
  });
  const startProgram = (answers: number) =>
    spawn(process.execPath, [program.file, server.url, program.folder, String(answers)], {
      stdio: 'inherit',
    });
  for (let killed = 0; killed < kills; killed++) {
    let requests = 1 + pick(random, 4);
    const asked = new Promise<void>((resolve) => {
      arrived = () => --requests === 0 && resolve();
    });
    const program = startProgram(Number.POSITIVE_INFINITY);
    await asked;
    await setTimeout(pick(random, 20));
    program.kill('SIGKILL');
    const [, signal] = await once(program, 'exit');
    expect(signal).toBe('SIGKILL');
  }
  const [code] = await once(startProgram(5), 'exit');
  expect([code, api.refusals]).toEqual([0, []]);
  const made = (await readFile(`${program.folder}/calls.txt`, 'utf8')).trim().split('\n');
  expect(new Set(made).size).toBe(made.length);
  expect(made.filter((id) => !api.calls.includes(id))).toEqual([]);
  const { request } = JSON.parse(await readFile(`${program.folder}/conversation.json`, 'utf8'));
  expect(request.messages.length).toBeGreaterThan(kills);
}, 3_600_000);
