import { type LoadRunner, loaderKey, runner } from './runner.js';

/**
 * Makes the loop of `runTools()` available to clients of this program, and adds its loader to the tool or list for a
 * client of another copy of the package. Called when a tool is created, not when its module is imported: an import with
 * side effects would stay in every bundle.
 */
export function provideRunner<Made extends object>(made: Made): Made {
  const load: LoadRunner = () => import('./run/tool-loop.js');
  runner.load ??= load;
  return Object.defineProperty(made, loaderKey, { value: load });
}
