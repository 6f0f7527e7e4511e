import { afterAll, describe, expect, jest, test } from '@jest/globals';
import { makeTools } from '../../lib/cli/commands/tools.js';
import { clust } from '../cli/run-cli.js';
import { WatchedOutput } from '../cli/watched-output.js';
import { read, Sources } from './support.js';

const sources = new Sources();
afterAll(() => sources.remove());

/** Source with fifty functions, each with its own type. `npm run bench` measures the same. */
const fifty = (word: string) =>
  Array.from(
    { length: 50 },
    (_, index) => `
/**
 * ${word} number ${index}.
 *
 * @param query What to look for.
 * @param limit How many to find. {@integer} {@minimum 1}
 * @param filter Which of them.
 */
export async function find${index}(
  query: string,
  limit = 10,
  filter?: { tags: string[]; kind: 'a${index}' | 'b'; range: { from: number; to?: number } },
): Promise<unknown> {
  return { query, limit, filter };
}
`,
  ).join('');

/** The least CPU time of three runs, in seconds. CPU time excludes the work of other processes. */
async function leastSeconds(run: (attempt: number) => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const began = process.cpuUsage();
    await run(attempt);
    const { user, system } = process.cpuUsage(began);
    times.push((user + system) / 1e6);
  }
  return Math.min(...times);
}

describe('clust tools with fifty functions', () => {
  test('writes the module in under 5 s', async () => {
    const file = sources.write('fifty.ts', fifty('Finds'));
    const seconds = await leastSeconds(async () => {
      expect(await clust(['tools', file])).toMatchObject({ code: 0 });
    });
    expect(read(file.replace('.ts', '.tools.ts')).match(/ = tool\(/g)).toHaveLength(50);
    expect(seconds).toBeLessThan(5);
  }, 120_000);

  test('writes the module again in under 1 s after a change, with --watch', async () => {
    const file = sources.write('watched.ts', fifty('Finds'));
    const stderr = new WatchedOutput();
    const stop = new AbortController();
    const terminal = { stdin: process.stdin, stdout: new WatchedOutput(), stderr };
    const watching = makeTools([file], { watch: true }, { terminal, end: () => {} }, stop.signal);
    await stderr.matches(/written\n$/);
    const seconds = await leastSeconds(async (attempt) => {
      sources.write('watched.ts', fifty(`Looks up ${attempt}`));
      await stderr.matches(new RegExp(`(written\n.*){${attempt + 2}}$`, 's'));
      expect(read(file.replace('.ts', '.tools.ts'))).toContain(`Looks up ${attempt} number 49.`);
    });
    stop.abort();
    await watching;
    expect(seconds).toBeLessThan(1);
  }, 120_000);
});

describe('clust tools --watch', () => {
  test('adds no listener to its signal per change', async () => {
    const file = sources.write('long.ts', '/** Does it. */\nexport function f0() {}\n');
    const stderr = new WatchedOutput();
    const stop = new AbortController();
    const added = jest.spyOn(stop.signal, 'addEventListener');
    const removed = jest.spyOn(stop.signal, 'removeEventListener');
    const terminal = { stdin: process.stdin, stdout: new WatchedOutput(), stderr };
    const watching = makeTools([file], { watch: true }, { terminal, end: () => {} }, stop.signal);
    await stderr.matches(/written\n$/);
    for (let change = 1; change < 5; change += 1) {
      sources.write('long.ts', `/** Does it. */\nexport function f${change}() {}\n`);
      await stderr.matches(new RegExp(`(written\n.*){${change + 1}}$`, 's'));
    }
    const left = added.mock.calls.length - removed.mock.calls.length;
    stop.abort();
    await watching;
    expect(left).toBeLessThanOrEqual(1);
  }, 120_000);
});
