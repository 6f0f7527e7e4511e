import { isObject } from '../base/is-object.js';
import { ValidationError } from '../errors/validation-error.js';
import { metaOf } from '../request/request-meta.js';
import type { toolLoop } from './run/tool-loop.js';

/** The module that holds the loop of `runTools()` and `toolTurns()`. */
type RunnerModule = Promise<{ readonly toolLoop: typeof toolLoop }>;

/** Loads the loop. */
export type LoadRunner = () => RunnerModule;

/**
 * Set by the functions that make tools, and read by the client. The client does not import the loop itself: a bundler
 * without code splitting would then put the loop into every program with a client.
 */
export const runner: { load?: LoadRunner } = {};

/** Under this symbol a tool carries the loader. Registered, so that the client of another copy of the package finds it. */
export const loaderKey = Symbol.for('clust.tool-runner');

/** @throws ValidationError when this program has made no tool, and no tool of the run carries the loader. */
export function loadRunner(request: unknown, tools: unknown): RunnerModule {
  const ofRequest = isObject(request) ? [...metaOf(request).tools, ...listOf(request.tools)] : [];
  const makers = [tools, ...listOf(tools), ...ofRequest];
  const load = runner.load ?? makers.map(loaderOf).find((each) => each !== undefined);
  if (load !== undefined) return load();
  const message =
    'the loop that runs tools comes with the tools, and this program has made none: ' +
    'make them with tool(), or pass tools: ToolList.of()';
  throw new ValidationError([{ path: 'tools', rule: 'tool-runner', message }]);
}

function listOf(tools: unknown): readonly unknown[] {
  return Array.isArray(tools) ? tools : [];
}

function loaderOf(maker: unknown): LoadRunner | undefined {
  // Only `provideRunner()` sets a property under this symbol.
  return Object(maker)[loaderKey] as LoadRunner | undefined;
}
