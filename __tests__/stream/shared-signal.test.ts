import { getEventListeners } from 'node:events';
import { expect, test } from '@jest/globals';
import { MessageStream } from '../../lib/index.js';

test('AT-15.1 many streams on one signal add one listener to it, and remove it when they are aborted', async () => {
  const controller = new AbortController();
  const never = (signal: AbortSignal) =>
    new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
    });
  const streams = Array.from({ length: 30 }, () => new MessageStream(never, { signal: controller.signal }));
  const reads = streams.map((stream) => stream.finalMessage());
  expect(getEventListeners(controller.signal, 'abort')).toHaveLength(1);

  controller.abort(new Error('enough'));

  const ends = await Promise.allSettled(reads);
  expect(ends.every(({ status }) => status === 'rejected')).toBe(true);
  expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
});
