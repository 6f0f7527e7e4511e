import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { answer } from 'clust/testing';
import { crashProgram } from '../support/crash-program.js';
import { serve } from '../support/loopback.js';
import { pick, seededRandom } from '../support/random.js';

/** `npm run test:pool` sets fifty. */
const kills = Number(process.env.CLUST_KILLS ?? 5);
const concurrency = 8;
/** More than the program asks before the last kill. */
const questions = 100 + 40 * kills;

const program = crashProgram('__tests__/pool/crash-program.ts');

test(`a pool that is killed ${kills} times loses no answer, and asks again only what was in flight`, async () => {
  const random = seededRandom(Number(process.env.CLUST_SEED ?? 7));
  const journal = join(program.folder, 'journal.jsonl');
  /** The questions that have arrived since the program was last started. */
  const asked: number[] = [];
  let arrived = () => {};
  const server = await serve(async (response, { body }) => {
    const question: string = JSON.parse(body).messages[0].content;
    asked.push(Number(question));
    arrived();
    // Long enough that some programs are killed while they wait for the answer.
    await setTimeout(pick(random, 10));
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer(`answer to ${question}`)));
  });
  const startProgram = () => {
    const args = [program.file, server.url, journal, `${questions}`, `${concurrency}`];
    return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  };

  const numbers = Array.from({ length: questions }, (_, index) => index);
  let repeated = 0;
  for (let killed = 0; killed < kills; killed++) {
    const answered = new Set(await answeredIn(journal));
    asked.length = 0;
    let requests = 1 + pick(random, 30);
    const enough = new Promise<void>((resolve) => {
      arrived = () => --requests === 0 && resolve();
    });
    const program = startProgram();
    await enough;
    await setTimeout(pick(random, 10));
    program.kill('SIGKILL');
    const [, signal] = await once(program, 'exit');
    expect(signal).toBe('SIGKILL');
    // Nothing in the journal was asked again, and only requests in flight are missing from it.
    expect(asked.filter((index) => answered.has(index))).toEqual([]);
    const now = new Set(await answeredIn(journal));
    const inFlight = asked.filter((index) => !now.has(index));
    expect(inFlight.length).toBeLessThanOrEqual(concurrency);
    repeated += inFlight.length;
  }

  const last = startProgram();
  const [output, [code]] = await Promise.all([text(last.stdout), once(last, 'exit')]);
  expect(code).toBe(0);
  expect(JSON.parse(output)).toEqual(numbers.map((index) => `answer to ${index}`));
  expect((await answeredIn(journal)).sort((a, b) => a - b)).toEqual(numbers);
  expect(server.received).toHaveLength(questions + repeated);
  expect(repeated).toBeGreaterThan(0);
}, 600_000);

/** The numbers of the questions whose answer is in the journal. A line that a kill cut off does not count. */
async function answeredIn(journal: string): Promise<number[]> {
  const lines = (await readFile(journal, 'utf8').catch(() => '')).split('\n').slice(0, -1);
  return lines.map((line) => Number(JSON.parse(line).message.content[0].text.replace('answer to ', '')));
}
