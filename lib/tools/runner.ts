import { isObject } from '../base/is-object.js';
import { ValidationError } from '../errors/validation-error.js';
import { metaOf } from '../request/request-meta.js';
import type { toolLoop } from './run/tool-loop.js';

/** The module that contains the loop of `runTools()` and `toolTurns()`. */
type RunnerModule = Promise<{ readonly toolLoop: typeof toolLoop }>;

/** Loads the loop. */
export type LoadRunner = () => RunnerModule;

/**
 * Functions that create tools set it, and the client reads it. The client does not import the loop itself: bundlers
 * without code splitting would then add the loop to every program with a client.
 */
export const runner: { load?: LoadRunner } = {};

/** The key of a tool's loader. A registered symbol, so that a client of another copy of the package finds it. */
export const loaderKey = Symbol.for('clust.tool-runner');

/** @throws {ValidationError} If this program has created no tool, and no tool of the run has the loader. */
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
  // Only `provideRunner()` sets this property.
  return Object(maker)[loaderKey] as LoadRunner | undefined;
}
