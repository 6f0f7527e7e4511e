/** Measures the cost of appending one turn to a builder, in CPU time and memory, by the number of turns that it has. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { MessagesRequestBuilder } from '../../dist/index.js';

const ROUNDS = 20;
const STEPS = 1_000;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

const conversationOf = (turns) => {
  let builder = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(1024);
  for (let turn = 0; turn < turns; turn += 1) builder = builder.user(`Question ${turn}`);
  return builder;
};

/** The least CPU time of appending one turn, in microseconds, and the memory of the new builder, in bytes. */
export function measureTurns(lengths) {
  return lengths.map((length) => {
    const start = conversationOf(length);
    let time = Number.POSITIVE_INFINITY;
    const memories = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const kept = new Array(STEPS);
      collectGarbage();
      const heap = process.memoryUsage().heapUsed;
      const before = process.cpuUsage();
      let builder = start;
      for (let step = 0; step < STEPS; step += 1) {
        builder = builder.user('And then?');
        kept[step] = builder;
      }
      const { user, system } = process.cpuUsage(before);
      collectGarbage();
      time = Math.min(time, (user + system) / STEPS);
      memories.push((process.memoryUsage().heapUsed - heap) / STEPS);
      if (kept.length !== STEPS) throw new Error('the builders were not kept');
    }
    // The garbage collector sometimes also frees older objects, so the median of the rounds counts.
    const memory = memories.sort((left, right) => left - right)[ROUNDS / 2];
    return { length, time, memory };
  });
}
