import type { Logger } from './logger.js';
import type { Waiting } from './step.js';
import { runUserCode } from './user-code.js';

/** Writes a line to the logger of a client, without its key, and calls a hook. The line is made only for a logger. */
export function notify(
  step: Waiting,
  [level, line]: readonly [keyof Logger, () => string],
  hook?: () => void | Promise<void>,
): Promise<void> {
  return runUserCode('the logger or a hook', step, () => {
    step.logger?.[level](step.redact(line()));
    return hook?.();
  });
}
