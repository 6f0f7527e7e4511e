import { mock, test } from 'node:test';
import { checks } from './checks.mjs';

const { setImmediate } = globalThis;
const timers = {
  start: () => mock.timers.enable({ apis: ['setTimeout', 'setInterval', 'Date'], now: Date.now() }),
  async advance(milliseconds) {
    await new Promise((resolve) => setImmediate(resolve));
    mock.timers.tick(milliseconds);
    await new Promise((resolve) => setImmediate(resolve));
  },
  stop: () => mock.timers.reset(),
};
const spyOn = (object, name, replacement) => {
  const spy = mock.method(object, name, replacement);
  return () => spy.mock.restore();
};

for (const [name, check] of Object.entries(checks)) test(name, () => check({ timers, spyOn }));
