import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { onAbort, wait } from '../../lib/base/abort.js';
import { apiError, json, serve } from '../support/loopback.js';
import { configFor, failureOf, send } from '../support/transport.js';

const unhandled: unknown[] = [];
const collect = (reason: unknown) => void unhandled.push(reason);
beforeEach(() => void process.on('unhandledRejection', collect));
afterEach(() => void process.off('unhandledRejection', collect));

test('AT-15.2 an abort at any moment of a call rejects it once and leaves no unhandled rejection', async () => {
  const server = await serve(apiError(529, 'overloaded_error', 'Overloaded'), async (response) => {
    response.writeHead(200).write('{"ok":');
    setTimeout(() => response.end('true}'), 10);
  });
  const runtime = { now: Date.now, random: () => 0.01, sleep: wait };
  const ends = new Set<string>();
  for (let moment = 0; moment < 60; moment += 1) {
    const controller = new AbortController();
    const abort = () => controller.abort(new Error(`at ${moment}`));
    // The first moments are counted in turns of the event loop, which are shorter than a millisecond.
    const hooks = moment % 3 === 0 ? { onResponse: () => queueMicrotask(abort) } : {};
    if (moment < 20) void turns(moment).then(abort);
    else setTimeout(abort, moment / 3);
    const call = send(configFor(server.url, { runtime, hooks }), { signal: controller.signal });
    const end = await call.then(
      () => 'answered',
      (error: unknown) => `${Reflect.get(Object(error), 'name')}: ${Reflect.get(Object(error), 'cause')}`,
    );
    ends.add(end.replace(/\d+/, 'n'));
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
  }
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(unhandled).toEqual([]);
  expect([...ends].filter((end) => end !== 'answered')).toEqual(['AbortedError: Error: at n']);
});

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise(setImmediate);
}

test('many calls on one signal share one listener, and an abort reaches all of them', async () => {
  const server = await serve(json({}));
  const { signal } = new AbortController();
  const calls = Array.from({ length: 30 }, () => send(configFor(server.url), { signal }));
  expect(getEventListeners(signal, 'abort')).toHaveLength(1);
  await Promise.all(calls);
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);

  const controller = new AbortController();
  const aborted = Array.from({ length: 30 }, () =>
    failureOf(send(configFor(server.url), { signal: controller.signal })),
  );
  controller.abort('all of you');
  for (const error of await Promise.all(aborted)) expect(error).toMatchObject({ cause: 'all of you' });
});

test('a listener that removes itself during the abort does not keep the others from being called', () => {
  const controller = new AbortController();
  const called: string[] = [];
  const stopFirst = onAbort(controller.signal, () => {
    called.push('first');
    stopFirst();
  });
  onAbort(controller.signal, () => called.push('second'));
  controller.abort();
  expect(called).toEqual(['first', 'second']);
  onAbort(controller.signal, () => called.push('late'))();
  expect(called).toEqual(['first', 'second', 'late']);
});
