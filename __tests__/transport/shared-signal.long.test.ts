import { getEventListeners } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from '@jest/globals';
import { configFor, send } from '../support/transport.js';

/** The heap size after garbage collection. */
async function heapAfterCollection(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') throw new Error('this Node does not expose gc');
  for (let round = 0; round < 3; round += 1) {
    await new Promise(setImmediate);
    collect();
  }
  return process.memoryUsage().heapUsed;
}

test('AT-15.1 a signal shared by 10,000 requests retains no listener and no memory', async () => {
  const { signal } = new AbortController();
  const config = configFor('http://127.0.0.1:1', { fetch: async () => new Response('{"ok":true}') });
  const sendMany = async (count: number) => {
    for (let sent = 0; sent < count; sent += 100) {
      await Promise.all(Array.from({ length: 100 }, () => send(config, { signal })));
    }
  };
  await sendMany(1_000);
  const heap = [await heapAfterCollection()];
  for (let round = 1; round <= 2; round += 1) {
    await sendMany(5_000);
    heap.push(await heapAfterCollection());
  }
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  // A leak grows in every round. The first round also fills caches.
  const [start = 0, middle = 0, end = 0] = heap;
  const perRequest = Math.min(middle - start, end - middle) / 5_000;
  // One leaked listener takes 60 bytes or more.
  expect(perRequest).toBeLessThan(20);
}, 120_000);
