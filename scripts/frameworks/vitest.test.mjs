import { test, vi } from 'vitest';
import { checks } from './checks.mjs';

const timers = {
  start: () => vi.useFakeTimers(),
  advance: (milliseconds) => vi.advanceTimersByTimeAsync(milliseconds),
  stop: () => vi.useRealTimers(),
};
const spyOn = (object, name, replacement) => {
  const spy = vi.spyOn(object, name).mockImplementation(replacement);
  return () => spy.mockRestore();
};

for (const [name, check] of Object.entries(checks)) test(name, () => check({ timers, spyOn }));
