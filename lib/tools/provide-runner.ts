import { type LoadRunner, loaderKey, runner } from './runner.js';

/**
 * Makes the loop of `runTools()` available to clients of this program, and marks the tool or list with its loader for
 * the client of another copy of the package. Called when a tool is made, not when its module is imported: importing
 * must have no effect, or bundlers keep the module.
 */
export function provideRunner<Made extends object>(made: Made): Made {
  const load: LoadRunner = () => import('./run/tool-loop.js');
  runner.load ??= load;
  return Object.defineProperty(made, loaderKey, { value: load });
}
