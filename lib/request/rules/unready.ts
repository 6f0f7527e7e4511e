import type { Prefill } from './prefill.js';
import type { ToolChoiceNeedsTools } from './tool-choice-tool.js';

/**
 * Why a state cannot be built yet, the first reason only; `never` when it can.
 *
 * What is missing may still come, so these are checked at `build()` and not at each step.
 */
export type Unready<State> = State extends { readonly maxTokens: unknown }
  ? State extends { readonly lastTurn: unknown }
    ? [Prefill<State>] extends [never]
      ? ToolChoiceNeedsTools<State>
      : Prefill<State>
    : 'build() needs user()'
  : 'build() needs maxTokens()';
