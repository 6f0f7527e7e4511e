import type { state } from '../wire/typed-request.js';
import type { UnansweredCalls } from './parameters/answers.js';
import type { RefusedCache } from './parameters/cache.js';
import type { MissingConversation } from './rules/conversation.js';
import type { FallbackByBeta } from './rules/fallbacks.js';
import type { MissingMaxTokens } from './rules/max-tokens.js';
import type { McpToolsets } from './rules/mcp-toolset.js';
import type { Prefill } from './rules/prefill.js';
import type { Skills } from './rules/skills.js';
import type { ThinkingLast } from './rules/thinking-last.js';
import type { ChosenTool, ToolChoiceNeedsTools } from './rules/tool-choice-tool.js';
import type { ChoiceType, Field, NothingSaid, ThinkingOf, Told } from './state.js';

/** What `build()` is called on: any builder, where this one is complete; else the sentence. */
export type Buildable<State, Turn> = [Unready<State, Turn>] extends [never]
  ? { readonly [state]: unknown }
  : Told<State, { readonly [state]: unknown }, Unready<State, Turn>>;

/**
 * Why a state cannot be built yet, the first reason only; `never` when it can.
 *
 * What is missing may still come, so these are checked at `build()` and not at each step.
 */
export type Unready<State, Turn> = 'maxTokens' extends keyof State
  ? [Turn] extends ['user']
    ? UnreadyTools<State>
    : [RefusedEnd<State, Turn>] extends [never]
      ? UnreadyTools<State>
      : RefusedEnd<State, Turn>
  : MissingMaxTokens;

type UnreadyTools<State> =
  | ('fallbacks' extends keyof State ? FallbackByBeta<State['fallbacks'], Field<State, 'betas'>> : never)
  | UnchosenTools<State>;

type UnchosenTools<State> = 'tools' extends keyof State
  ?
      | RefusedCache<State>
      | ('chosenTool' extends keyof State ? ChosenTool<State['chosenTool'], State['tools']> : never)
      | ('toolsets' extends keyof State ? McpToolsets<State['toolsets'], Field<State, 'mcpServers'>> : never)
  :
      | RefusedCache<State>
      | ToolChoiceNeedsTools<ChoiceType<State>, never>
      | ('skills' extends keyof State ? Skills : never);

/** Why the conversation of a state cannot end where it does. */
export type RefusedEnd<State, Turn> = [Turn] extends [NothingSaid]
  ? MissingConversation
  : [UnansweredCalls<Turn, never>] extends [never]
    ? Prefill<Field<State, 'model'>, Turn, ThinkingOf<State>, Field<State, 'output'>> | ThinkingLast<Turn>
    : UnansweredCalls<Turn, never>;
