import type { state } from '../wire/typed-request.js';
import type { UnansweredCalls } from './parameters/answers.js';
import type { RefusedCache } from './parameters/cache.js';
import type { RefusedToolsOfModel } from './parameters/tools.js';
import type { RefusalIfKnown } from './refusal-if-known.js';
import type { CitationsWithFormat } from './rules/citations-with-format.js';
import type { ClearThinkingLate } from './rules/clear-thinking.js';
import type { Compaction } from './rules/compaction.js';
import type { MissingConversation } from './rules/conversation.js';
import type { EffortCeiling } from './rules/effort-ceiling.js';
import type { EffortLevelOfModel } from './rules/effort-level.js';
import type { FallbackOfModel } from './rules/fallback-of-model.js';
import type { FallbackByBeta } from './rules/fallbacks.js';
import type { ForcedToolChoice } from './rules/forced-tool-choice.js';
import type { InferenceGeo } from './rules/inference-geo.js';
import type { MaxTokensOfModel, MissingMaxTokens } from './rules/max-tokens.js';
import type { MaxTokensZero } from './rules/max-tokens-zero.js';
import type { McpToolsets } from './rules/mcp-toolset.js';
import type { Prefill } from './rules/prefill.js';
import type { SamplingByModel } from './rules/sampling-by-model.js';
import type { SamplingOneOf } from './rules/sampling-one-of.js';
import type { SamplingWithThinking } from './rules/sampling-with-thinking.js';
import type { Skills } from './rules/skills.js';
import type { SpeedOfModel } from './rules/speed-of-model.js';
import type { StructuredOutputOfModel } from './rules/structured-output-of-model.js';
import type { SystemMessages } from './rules/system-messages.js';
import type { TemperatureRange } from './rules/temperature-range.js';
import type {
  BudgetMayExceed,
  BudgetNotBelow,
  HeedsInterleaved,
  ThinkingBudget,
} from './rules/thinking-budget.js';
import type { ThinkingFields } from './rules/thinking-fields.js';
import type { ThinkingLast } from './rules/thinking-last.js';
import type { ThinkingTypeOfModel } from './rules/thinking-type.js';
import type { ThinkingWithForcedTool } from './rules/thinking-with-forced-tool.js';
import type { ChosenTool, ToolChoiceNeedsTools, ToolChoiceToolRefusal } from './rules/tool-choice-tool.js';
import type { TopKRange } from './rules/top-k-range.js';
import type { TopPRange } from './rules/top-p-range.js';
import type { ChoiceType, Field, NoTurns, ThinkingOf, TypeOf } from './state.js';

/*
 * Which rules each method checks, and which `build()` checks. A method checks the rules that involve its field, with
 * what the state has of their other fields, so the order of calls never matters: the last one is refused. `build()`
 * checks what is missing, since that may still be added.
 *
 * A rule gets its fields, not the state: the compiler then reuses the answer for every state with the same fields. It
 * is only evaluated if all of them are set, which a check of the keys finds out. With both, many requests in a program
 * cost the compiler little more than one.
 *
 * If several rules are broken, their sentences are a union, which the compiler would print by the name of its type. The
 * condition around it, which is always true, gives the union no name, so the sentences are printed.
 */

/** The refusal of a model for a state. */
export type RefusedModel<State, M> = State extends unknown
  ?
      | MaxTokensOfModel<M, Field<State, 'maxTokens'>>
      | SamplingByModel<M, Field<State, 'temperature'>, Field<State, 'topP'>, Field<State, 'topK'>>
      | SamplingOneOf<M, Field<State, 'temperature'>, Field<State, 'topP'>>
      | ThinkingTypeOfModel<M, ThinkingOf<State>>
      | ('thinking' extends keyof State
          ? ThinkingBudget<State['thinking'], Field<State, 'maxTokens'>, HeedsInterleaved<M>>
          : never)
      | EffortLevelOfModel<M, Field<State, 'effort'>>
      | EffortCeiling<M, Field<State, 'effort'>, ThinkingOf<State>>
      | ForcedToolChoice<M, ChoiceType<State>>
      | StructuredOutputOfModel<M, Field<State, 'output'>>
      | SpeedOfModel<M, Field<State, 'speed'>>
      | InferenceGeo<M, Field<State, 'geo'>>
      | ('toolsByModel' extends keyof State ? RefusedToolsOfModel<M, State['toolsByModel']> : never)
      | Compaction<M, Field<State, 'compacts'>>
      | ('fallbacks' extends keyof State ? FallbackOfModel<M, State['fallbacks']> : never)
      | ('systemTurns' extends keyof State ? SystemMessages<M> : never)
  : never;

export type RefusedMaxTokens<State, N> = unknown extends N
  ? never
  : State extends unknown
    ?
        | MaxTokensOfModel<Field<State, 'model'>, N>
        | ('thinking' extends keyof State
            ? ThinkingBudget<Field<State, 'thinking'>, N, MayExceed<State>>
            : never)
        | (N extends 0
            ? MaxTokensZero<
                N,
                Field<State, 'stream'>,
                ThinkingOf<State>,
                Field<State, 'output'>,
                ChoiceType<State>
              >
            : never)
    : never;

export type RefusedTemperature<State, N> = unknown extends N
  ? never
  : State extends unknown
    ?
        | TemperatureRange<N>
        | SamplingByModel<Field<State, 'model'>, N, Field<State, 'topP'>, Field<State, 'topK'>>
        | SamplingOneOf<Field<State, 'model'>, N, Field<State, 'topP'>>
        | SamplingWithThinking<ThinkingOf<State>, N, never, never>
    : never;

export type RefusedTopP<State, N> = unknown extends N
  ? never
  : State extends unknown
    ?
        | TopPRange<N>
        | SamplingByModel<Field<State, 'model'>, Field<State, 'temperature'>, N, Field<State, 'topK'>>
        | SamplingOneOf<Field<State, 'model'>, Field<State, 'temperature'>, N>
        | SamplingWithThinking<ThinkingOf<State>, never, N, never>
    : never;

export type RefusedTopK<State, N> = unknown extends N
  ? never
  : State extends unknown
    ?
        | TopKRange<N>
        | SamplingByModel<Field<State, 'model'>, never, never, N>
        | SamplingWithThinking<ThinkingOf<State>, never, never, N>
    : never;

export type RefusedThinking<State, Thinking> = unknown extends Thinking
  ? never
  : State extends unknown
    ?
        | RefusedThinkingType<State, TypeOf<Thinking>>
        | ThinkingBudget<Thinking, Field<State, 'maxTokens'>, MayExceed<State>>
        | ThinkingFields<Thinking>
    : never;

/** The refusal of a thinking type by a state, whatever the budget. */
export type RefusedThinkingType<State, Type> = State extends unknown
  ?
      | ThinkingTypeOfModel<Field<State, 'model'>, Type>
      | ([keyof State & ThinkingPeer] extends [never]
          ? never
          :
              | EffortCeiling<Field<State, 'model'>, Field<State, 'effort'>, Type>
              | ThinkingWithForcedTool<Type, ChoiceType<State>>
              | SamplingWithThinking<
                  Type,
                  Field<State, 'temperature'>,
                  Field<State, 'topP'>,
                  Field<State, 'topK'>
                >)
      | (Type extends 'enabled' ? MaxTokensZero<Field<State, 'maxTokens'>, never, Type, never, never> : never)
  : never;

/** The fields beside the model and `max_tokens` that decide about a thinking type. */
export type ThinkingPeer = 'effort' | 'toolChoice' | SamplingField;

export type RefusedEffort<State, Level> = unknown extends Level
  ? never
  : State extends unknown
    ?
        | EffortLevelOfModel<Field<State, 'model'>, Level>
        | ('thinking' extends keyof State
            ? EffortCeiling<Field<State, 'model'>, Level, ThinkingOf<State>>
            : never)
    : never;

export type RefusedOutput<State, Output> = State extends unknown
  ?
      | StructuredOutputOfModel<Field<State, 'model'>, Output>
      | MaxTokensZero<Field<State, 'maxTokens'>, never, never, Output, never>
      | CitationsWithFormat<Field<State, 'citations'>, Output>
  : never;

export type RefusedToolChoice<State, Choice> = unknown extends Choice
  ? never
  : State extends unknown
    ? RefusedChoiceType<State, TypeOf<Choice>> | ToolChoiceToolRefusal<Choice, Field<State, 'tools'>>
    : never;

/** The refusal of a tool choice type by a state, whatever the tool. */
export type RefusedChoiceType<State, Type> = Type extends 'any' | 'tool'
  ?
      | ForcedToolChoice<Field<State, 'model'>, Type>
      | ('thinking' extends keyof State ? ThinkingWithForcedTool<ThinkingOf<State>, Type> : never)
      | MaxTokensZero<Field<State, 'maxTokens'>, never, never, never, Type>
  : never;

export type RefusedContext<State, Edits> = unknown extends Edits
  ? never
  : Compaction<Field<State, 'model'>, Edits> | ClearThinkingLate<Edits>;

export type RefusedGeo<State, Geo> = unknown extends Geo ? never : InferenceGeo<Field<State, 'model'>, Geo>;

export type RefusedSpeed<State, Speed> = unknown extends Speed
  ? never
  : SpeedOfModel<Field<State, 'model'>, Speed>;

export type RefusedStream<State, Stream> = unknown extends Stream
  ? never
  : MaxTokensZero<Field<State, 'maxTokens'>, Stream, never, never, never>;

type SamplingField = 'temperature' | 'topP' | 'topK';

/** Whether a budget may still exceed `max_tokens`: a later call may add the beta, but not for a body. */
type MayExceed<State> = [State] extends [{ readonly betas: never }]
  ? false
  : HeedsInterleaved<Field<State, 'model'>>;

/** The type of `this` in `build()`: any builder if this one is complete; else the sentence. */
export type Buildable<State, Turn> = [Unready<State, Turn>] extends [never]
  ? { readonly [state]: unknown }
  : RefusalIfKnown<State, { readonly [state]: unknown }, Unready<State, Turn>>;

/**
 * Why a state cannot be built yet, the first reason only; `never` if it can.
 *
 * What is missing may still be added, so this is checked by `build()`, not by each method.
 */
type Unready<State, Turn> = 'maxTokens' extends keyof State
  ? [Turn] extends ['user']
    ? UnreadyTools<State>
    : [RefusedEnd<State, Turn>] extends [never]
      ? UnreadyTools<State>
      : RefusedEnd<State, Turn>
  : MissingMaxTokens;

type UnreadyTools<State> =
  | ('thinking' extends keyof State ? LateBudget<State> : never)
  | ('fallbacks' extends keyof State ? FallbackByBeta<State['fallbacks'], Field<State, 'betas'>> : never)
  | UnchosenTools<State>;

/**
 * A budget above `max_tokens` without the beta that allows it. Other methods accept it, since the beta may be added
 * later.
 */
type LateBudget<State> =
  HeedsInterleaved<Field<State, 'model'>> extends true
    ? BudgetMayExceed<Field<State, 'model'>, Field<State, 'betas'>> extends true
      ? never
      : BudgetNotBelow<Field<State, 'thinking'>, Field<State, 'maxTokens'>>
    : never;

type UnchosenTools<State> = 'tools' extends keyof State
  ?
      | RefusedCache<State>
      | ('chosenTool' extends keyof State ? ChosenTool<State['chosenTool'], State['tools']> : never)
      | ('toolsets' extends keyof State ? McpToolsets<State['toolsets'], Field<State, 'mcpServers'>> : never)
  :
      | RefusedCache<State>
      | ToolChoiceNeedsTools<ChoiceType<State>, never>
      | ('skills' extends keyof State ? Skills : never);

/** The refusal of a conversation by its last turn. */
export type RefusedEnd<State, Turn> = [Turn] extends [NoTurns]
  ? MissingConversation
  : [UnansweredCalls<Turn, never>] extends [never]
    ? Prefill<Field<State, 'model'>, Turn, ThinkingOf<State>, Field<State, 'output'>> | ThinkingLast<Turn>
    : UnansweredCalls<Turn, never>;
