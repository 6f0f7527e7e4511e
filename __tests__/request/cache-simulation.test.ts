import { expect, test } from '@jest/globals';
import { type MessageParam, MessagesRequestBuilder, repair } from '../../lib/index.js';
import { planCache } from '../../lib/request/cache-plan.js';
import { describeWithFixtures, haveFixtures } from '../support/fixtures.js';
import { type CachedPrompt, promptOf, SimulatedCache } from '../support/simulated-cache.js';
import { recordedRuns } from '../tools/recorded-runs.js';

/** The number of user turns in the run. */
const TURNS = 30;

/** Joins the recorded runs into one long conversation of user turns, tool calls and tool results. */
function recordedTurns(): readonly MessageParam[] {
  const turns: MessageParam[] = [];
  for (const { turns: requests } of recordedRuns()) {
    const messages = requests.at(-1)?.body.messages ?? [];
    const texts = messages.filter(({ role }) => role !== 'system');
    turns.push(...texts, { role: 'assistant', content: 'Done.' });
  }
  return repair(turns).messages;
}

/** Places where people set breakpoints by hand. Each returns the index of its block, or a negative number without one. */
const places: readonly ((prompt: CachedPrompt) => number)[] = [
  ({ paths }) => paths.findLastIndex((path) => path.startsWith('tools')),
  ({ paths }) => paths.findLastIndex((path) => path.startsWith('system')),
  ({ paths }) => paths.indexOf('messages.0.content.0'),
  ({ paths }) => paths.length - 1,
  ...[2, 4, 6, 10].map((back) => ({ paths }: CachedPrompt) => {
    const turn = Number(paths.at(-1)?.split('.')[1]) - back;
    return paths.findLastIndex((path) => path.startsWith(`messages.${turn}.`));
  }),
];

/** Every combination of up to four places. */
const choices = Array.from({ length: 2 ** places.length }, (_, bits) =>
  places.filter((__, at) => bits & (1 << at)),
).filter(({ length }) => length <= 4);

/** The share of all prompt bytes that is read from the cache. Breakpoints below the minimum of the model are ignored. */
function hitRateOf(prompts: readonly CachedPrompt[], marksOf: (prompt: CachedPrompt) => readonly number[]) {
  const cache = new SimulatedCache();
  let [read, total] = [0, 0];
  for (const prompt of prompts) {
    const sizes = prompt.sizes;
    const until = (end: number) => sizes.slice(0, end).reduce((sum, size) => sum + size, 0);
    const marks = marksOf(prompt).filter((mark) => mark >= 0 && until(mark + 1) >= 1024 * 4);
    read += until(cache.ask({ prefixes: prompt.prefixes, marks }));
    total += until(sizes.length);
  }
  return read / total;
}

describeWithFixtures('over a recorded run of 30 turns', () => {
  test('the cache plan reaches at least the hit rate of the best breakpoints set by hand', () => {
    const tool = (name: string) => ({
      name,
      description: 'A tool of the recorded run. '.repeat(40),
      input_schema: { type: 'object' as const },
    });
    const preset = MessagesRequestBuilder.create('claude-sonnet-4-6')
      .maxTokens(64)
      .system('You are an agent. '.repeat(200))
      .tools(tool('search'), tool('fetch'))
      .cache('conversation');
    const turns = recordedTurns();
    const ends = turns.flatMap(({ role }, at) => (role === 'user' ? [at + 1] : [])).slice(0, TURNS);
    expect(ends).toHaveLength(TURNS);
    const requests = ends.map((end) => preset.messages(turns.slice(0, end)).toJSON());
    const prompts = requests.map((request) => promptOf(planCache(request as never)));
    const planned = hitRateOf(prompts, ({ marks }) => marks);
    const byHand = choices.map((chosen) =>
      hitRateOf(prompts, (prompt) => chosen.map((place) => place(prompt))),
    );
    process.stdout.write(
      `cache hit rate: ${planned.toFixed(3)} with the plan, ${Math.max(...byHand).toFixed(3)} with the best of ${choices.length} placements by hand\n`,
    );
    expect(planned).toBeGreaterThan(0.5);
    expect(planned).toBeGreaterThanOrEqual(Math.max(...byHand));
  });
});

test('the recorded runs are found whenever the fixtures are installed', () => {
  expect(recordedRuns().length > 0).toBe(haveFixtures);
});
