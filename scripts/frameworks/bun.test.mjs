import { jest, spyOn as spy, test } from 'bun:test';
import { checks } from './checks.mjs';

const { setImmediate } = globalThis;
const timers = {
  start: () => jest.useFakeTimers(),
  async advance(milliseconds) {
    await new Promise((resolve) => setImmediate(resolve));
    jest.advanceTimersByTime(milliseconds);
    await new Promise((resolve) => setImmediate(resolve));
  },
  stop: () => jest.useRealTimers(),
};
const spyOn = (object, name, replacement) => {
  const spied = spy(object, name).mockImplementation(replacement);
  return () => spied.mockRestore();
};

for (const [name, check] of Object.entries(checks)) test(name, () => check({ timers, spyOn }));
