import type { UnansweredCalls } from './parameters/answers.js';
import type { RefusedCache } from './parameters/cache.js';
import type { MissingConversation } from './rules/conversation.js';
import type { MissingMaxTokens } from './rules/max-tokens.js';
import type { McpToolsets } from './rules/mcp-toolset.js';
import type { Prefill } from './rules/prefill.js';
import type { Skills } from './rules/skills.js';
import type { ChosenTool, ToolChoiceNeedsTools } from './rules/tool-choice-tool.js';
import type { ChoiceType, Field, ThinkingType } from './state.js';

/**
 * Why a state cannot be built yet, the first reason only; `never` when it can.
 *
 * What is missing may still come, so these are checked at `build()` and not at each step.
 */
export type Unready<State> = 'maxTokens' extends keyof State
  ? 'lastTurn' extends keyof State
    ? State['lastTurn'] extends 'user'
      ? UnreadyTools<State>
      : [RefusedEnd<State>] extends [never]
        ? UnreadyTools<State>
        : RefusedEnd<State>
    : MissingConversation
  : MissingMaxTokens;

type UnreadyTools<State> = 'tools' extends keyof State
  ?
      | RefusedCache<State>
      | ('chosenTool' extends keyof State ? ChosenTool<State['chosenTool'], State['tools']> : never)
      | ('toolsets' extends keyof State ? McpToolsets<State['toolsets'], Field<State, 'mcpServers'>> : never)
  :
      | RefusedCache<State>
      | ToolChoiceNeedsTools<ChoiceType<State>, never>
      | ('skills' extends keyof State ? Skills : never);

type RefusedEnd<State> = 'lastTurn' extends keyof State
  ? [UnansweredCalls<State['lastTurn'], never>] extends [never]
    ? Prefill<Field<State, 'model'>, State['lastTurn'], ThinkingType<State>, Field<State, 'output'>>
    : UnansweredCalls<State['lastTurn'], never>
  : never;
