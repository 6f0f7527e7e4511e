import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { onAbort, wait } from '../../lib/base/abort.js';
import { apiError, json, serve } from '../support/loopback.js';
import { configFor, failureOf, send } from '../support/transport.js';

const unhandled: unknown[] = [];
const note = (reason: unknown) => void unhandled.push(reason);
beforeEach(() => void process.on('unhandledRejection', note));
afterEach(() => void process.off('unhandledRejection', note));

test('AT-15.2 an abort at any moment of a call is one rejection, and none that nobody handles', async () => {
  const server = await serve(apiError(529, 'overloaded_error', 'Overloaded'), async (response) => {
    response.writeHead(200).write('{"ok":');
    setTimeout(() => response.end('true}'), 10);
  });
  const runtime = { now: Date.now, random: () => 0.01, sleep: wait };
  const ends = new Set<string>();
  for (let moment = 0; moment < 60; moment += 1) {
    const controller = new AbortController();
    const abort = () => controller.abort(new Error(`at ${moment}`));
    // The first moments are turns of the event loop, which are finer than milliseconds.
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

test('many calls on one signal carry one listener, and all of them hear it', async () => {
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

test('a listener that goes while the signal aborts does not silence the others', () => {
  const controller = new AbortController();
  const heard: string[] = [];
  const stopFirst = onAbort(controller.signal, () => {
    heard.push('first');
    stopFirst();
  });
  onAbort(controller.signal, () => heard.push('second'));
  controller.abort();
  expect(heard).toEqual(['first', 'second']);
  onAbort(controller.signal, () => heard.push('late'))();
  expect(heard).toEqual(['first', 'second', 'late']);
});
