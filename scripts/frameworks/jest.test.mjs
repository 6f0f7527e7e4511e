import { jest, test } from '@jest/globals';
import { checks } from './checks.mjs';

const timers = {
  start: () => jest.useFakeTimers(),
  advance: (milliseconds) => jest.advanceTimersByTimeAsync(milliseconds),
  stop: () => jest.useRealTimers(),
};
const spyOn = (object, name, replacement) => {
  const spy = jest.spyOn(object, name).mockImplementation(replacement);
  return () => spy.mockRestore();
};

for (const [name, check] of Object.entries(checks)) test(name, () => check({ timers, spyOn }));
