// What is known of a model has four names. `ModelRules` is a row of the catalog: what a request is checked against.
// `ModelFacts` is what else is known: names, dates, prices. `ModelSpec` is both, as `findModel()` returns them. In types,
// `RuleOf<Model, Column>` is one column of a model, whichever way it is known.

/** What `thinking.type` may say. */
export const thinkingTypes = ['adaptive', 'enabled', 'disabled', 'between_tools'] as const;
/** How a model thinks before it answers, as `thinking.type` says it. */
export type ThinkingType = (typeof thinkingTypes)[number];

/** What `output_config.effort` may say, from the least to the most. */
export const effortLevels = ['low', 'medium', 'high', 'xhigh', 'max'] as const;
/** How hard a model tries, as `output_config.effort` says it. */
export type EffortLevel = (typeof effortLevels)[number];

/**
 * What a model does with `temperature`, `top_p` and `top_k` under `anthropic-version: 2023-06-01`:
 * takes them, takes `temperature` or `top_p` but not both, or answers 400 to all but one default,
 * `temperature: 1` or `top_p: 0.99`.
 *
 * Under `2026-10-21` every model rejects them, whatever this says.
 */
export type SamplingSupport = 'accepted' | 'one-of' | 'rejected';

/** Where a model is in its life; the API refuses every request to a retired one. */
export type LifecycleStage = 'active' | 'deprecated' | 'retired';

/** The dates of a model's life, as `YYYY-MM-DD`; `null` where none is announced. */
export interface Lifecycle<Stage extends LifecycleStage = LifecycleStage> {
  readonly stage: Stage;
  readonly released: string | null;
  readonly deprecatedAt: string | null;
  readonly retiresAt: string | null;
  /** The model is not retired before this day. */
  readonly notBefore: string | null;
}

/** US dollars per million tokens; `null` where no price is published. */
export interface ModelPrice {
  readonly input: number;
  readonly output: number;
  readonly cacheWrite5m: number | null;
  readonly cacheWrite1h: number | null;
  readonly cacheRead: number | null;
}

/** The price of a request whose prompt, cached parts included, has more than `above` tokens. */
export interface LongPromptPrice extends ModelPrice {
  readonly above: number;
}

/**
 * What a model takes: the one place that the types and the run-time rules read.
 *
 * `null` means that no source says; a rule refuses only what a source refuses, so `null` lets a request pass.
 */
export interface ModelRules {
  /** The name that a request gives the model. */
  readonly id: string;
  /** The most that `max_tokens` may be. */
  readonly maxOutputTokens: number;
  /** Tokens of input and output together. */
  readonly contextWindow: number | null;
  readonly sampling: SamplingSupport;
  /** The thinking types that the model takes; empty when it does not think. */
  readonly thinking: readonly ThinkingType[];
  /** Whether the beta `interleaved-thinking-2025-05-14` lets `budget_tokens` pass `max_tokens`. */
  readonly interleavedThinking: boolean | null;
  /** The effort levels that the model takes; empty when it has no such setting. */
  readonly effort: readonly EffortLevel[];
  /** `'high'` when levels above it are refused with thinking `disabled`. */
  readonly effortWithDisabled: 'high' | null;
  /** `'high'` when levels above it are refused with thinking `between_tools`. */
  readonly effortWithBetweenTools: 'high' | null;
  /** Whether effort may change inside the conversation (beta `mid-conversation-output-config-2026-07-01`). */
  readonly perMessageEffort: boolean | null;
  /** Whether it may change there while thinking is `disabled`. */
  readonly perMessageEffortWithDisabled: boolean | null;
  /** Whether `tool_choice` may be `any` or `tool`. */
  readonly forcedToolChoice: boolean;
  /** Whether the last message may be the assistant's. */
  readonly prefill: boolean;
  /** Whether a `system` message may stand between the turns. */
  readonly midConversationSystem: boolean | null;
  readonly structuredOutputs: boolean;
  readonly imageInput: boolean | null;
  readonly pdfInput: boolean | null;
  /** `'toolset'` when only `computer_toolset_20260801` is taken, not the single computer tools before it. */
  readonly computerUse: 'any' | 'toolset';
  readonly compaction: boolean;
  /** Whether `output_config.task_budget` is taken (beta `task-budgets-2026-03-13`). */
  readonly taskBudget: boolean | null;
  /** Versions of tools of the API that the model refuses. */
  readonly lacksTools: readonly string[];
  /** Whether code in the container may call tools: `allowed_callers` beside `direct`. */
  readonly programmaticToolCalls: boolean | null;
  /** The models that may advise this one. */
  readonly advisorModels: readonly string[] | null;
  /** The models that `fallbacks` may list; empty when it may only be `'default'`. */
  readonly fallbackModels: readonly string[] | null;
  /** Whether `inference_geo` is taken. */
  readonly inferenceGeo: boolean | null;
  /**
   * `speed: 'fast'`: as it is, with the beta `fast-mode-2026-02-01`, taken but run and billed at standard speed, or
   * refused.
   */
  readonly fast: 'ga' | 'beta' | 'ignored' | false;
}

/** What else is known of a model. It bears on no request, so a program that asks for none does not load it. */
export interface ModelFacts {
  readonly displayName: string;
  readonly line: 'opus' | 'sonnet' | 'haiku' | 'fable' | 'mythos' | null;
  readonly lifecycle: Lifecycle;
  /** At standard speed, for a prompt that `longPromptPrice` does not speak of. */
  readonly price: ModelPrice | null;
  /** What a long prompt costs throughout; `null` when every prompt costs the same. */
  readonly longPromptPrice: LongPromptPrice | null;
  /** What `speed: 'fast'` costs; `null` when the model has no such speed. */
  readonly fastPrice: ModelPrice | null;
  /** The day from which `speed: 'fast'` is refused, where one is announced. */
  readonly fastUntil: string | null;
  /** The most that `max_tokens` may be in a batch with the beta `output-300k-2026-03-24`. */
  readonly batchMaxOutputTokens: number | null;
  /** The shortest prefix, in tokens, that prompt caching stores. */
  readonly minCacheableTokens: number | null;
  /** What happens when `thinking` is left out. */
  readonly thinkingDefault: 'adaptive' | 'off' | 'none';
  readonly defaultEffort: EffortLevel | null;
}

/** All that is known of a model. */
export interface ModelSpec extends ModelRules, ModelFacts {
  /** The dated id that this name stands for; `null` when the id names the model itself. */
  readonly aliasOf: string | null;
}
