/**
 * Measures the CPU time of a chain of ten steps, from `create()` to `build()`. The reference is a deep copy of the same body
 * through JSON. The two take turns, and the least time of each counts.
 */
import { MessagesRequestBuilder } from '../../dist/index.js';

const ROUNDS = 40;
const CALLS = 2_000;

const tool = {
  name: 'get_weather',
  description: 'The weather in a city.',
  input_schema: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
};

const tenSteps = (number) =>
  MessagesRequestBuilder.create('claude-haiku-4-5')
    .maxTokens(1024)
    .system('You are an excellent AI assistant.')
    .temperature(0.5)
    .stopSequences('END')
    .metadata({ user_id: `user-${number}` })
    .tools(tool)
    .toolChoice('auto')
    .user(`Where is the capital of France? This is question ${number}.`)
    .build();

const body = tenSteps(0);
const copy = (number) => JSON.parse(JSON.stringify({ ...body, metadata: { user_id: `user-${number}` } }));

/** The CPU time of one call, in microseconds. */
function cpuTimeOf(call) {
  const before = process.cpuUsage();
  for (let number = 0; number < CALLS; number += 1) call(number);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / CALLS;
}

/** The least CPU times of the chain and of the copy through JSON. */
export function measureBuild() {
  const least = { chain: Number.POSITIVE_INFINITY, copy: Number.POSITIVE_INFINITY };
  for (let round = 0; round < ROUNDS; round += 1) {
    least.chain = Math.min(least.chain, cpuTimeOf(tenSteps));
    least.copy = Math.min(least.copy, cpuTimeOf(copy));
  }
  return least;
}
