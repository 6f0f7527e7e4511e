import type { Logger } from './logger.js';
import type { FailedAttempt } from './to-failure.js';
import { runUserCode } from './user-code.js';

/** Writes a line to the logger of a client, without its key, and calls a hook. The line is made only for a logger. */
export function notify<Event>(
  step: FailedAttempt,
  [logger, level, line]: readonly [Logger | undefined, keyof Logger, () => string],
  hook?: ((event: Event) => void | Promise<void>) | undefined,
  event?: Event,
): Promise<void> {
  return runUserCode('the logger or a hook', step.where, () => {
    logger?.[level](step.redact(line()));
    if (hook !== undefined && event !== undefined) return hook(event);
  });
}
