import type { CacheBreakpoints } from './cache-breakpoints.js';
import type { CacheTtlOrder } from './cache-ttl-order.js';
import type { EffortCeiling } from './effort-ceiling.js';
import type { EffortLevelOfModel } from './effort-level.js';
import type { ForcedToolChoice } from './forced-tool-choice.js';
import type { MaxTokensOfModel } from './max-tokens.js';
import type { MaxTokensZero } from './max-tokens-zero.js';
import type { SamplingByModel } from './sampling-by-model.js';
import type { SamplingOneOf } from './sampling-one-of.js';
import type { SamplingWithThinking } from './sampling-with-thinking.js';
import type { SpeedOfModel } from './speed-of-model.js';
import type { StructuredOutputOfModel } from './structured-output-of-model.js';
import type { TemperatureRange } from './temperature-range.js';
import type { ThinkingBudget } from './thinking-budget.js';
import type { ThinkingTypeOfModel } from './thinking-type.js';
import type { ThinkingWithForcedTool } from './thinking-with-forced-tool.js';
import type { ToolChoiceTool } from './tool-choice-tool.js';
import type { TopKRange } from './top-k-range.js';
import type { TopPRange } from './top-p-range.js';

/**
 * Which rules a step has to look at: those that its field takes part in, over the state that the step leads to.
 *
 * So the order of steps never matters: whichever comes last is refused. A step pays for its own rules only.
 */
interface RulesByField<State> {
  readonly model:
    | MaxTokensOfModel<State>
    | SamplingByModel<State>
    | SamplingOneOf<State>
    | ThinkingTypeOfModel<State>
    | EffortLevelOfModel<State>
    | EffortCeiling<State>
    | ForcedToolChoice<State>
    | StructuredOutputOfModel<State>
    | SpeedOfModel<State>;
  readonly maxTokens: MaxTokensOfModel<State> | ThinkingBudget<State> | MaxTokensZero<State>;
  readonly temperature: TemperatureRange<State> | Sampling<State>;
  readonly topP: TopPRange<State> | Sampling<State>;
  readonly topK: TopKRange<State> | Sampling<State>;
  readonly thinking:
    | ThinkingTypeOfModel<State>
    | ThinkingBudget<State>
    | EffortCeiling<State>
    | ThinkingWithForcedTool<State>
    | SamplingWithThinking<State>
    | MaxTokensZero<State>;
  readonly effort: EffortLevelOfModel<State> | EffortCeiling<State>;
  readonly output: StructuredOutputOfModel<State> | MaxTokensZero<State>;
  readonly toolChoice:
    | ToolChoiceTool<State>
    | ForcedToolChoice<State>
    | ThinkingWithForcedTool<State>
    | MaxTokensZero<State>;
  readonly speed: SpeedOfModel<State>;
  readonly stream: MaxTokensZero<State>;
  readonly cache: CacheBreakpoints<State> | CacheTtlOrder<State>;
}

type Sampling<State> = SamplingByModel<State> | SamplingOneOf<State> | SamplingWithThinking<State>;

/** The sentences that refuse a state for what it says about `Field`; `never` when all is well. */
export type Refusal<State, Field extends keyof RulesByField<State>> = RulesByField<State>[Field];
