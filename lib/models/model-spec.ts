// The facts of a model have four names. `ModelRules` is a row of the catalog: what a request is checked against.
// `ModelFacts` is the rest: names, dates, prices. `ModelSpec` is both, as `findModel()` returns them. In types,
// `RuleOf<Model, Column>` is one column of a model, from the catalog or from a definition.

/** The values of `thinking.type`. */
export const thinkingTypes = ['adaptive', 'enabled', 'disabled', 'between_tools'] as const;
/** How a model thinks before it answers: the value of `thinking.type`. */
export type ThinkingType = (typeof thinkingTypes)[number];

/** The values of `output_config.effort`, from the lowest to the highest. */
export const effortLevels = ['low', 'medium', 'high', 'xhigh', 'max'] as const;
/** The effort of a model: the value of `output_config.effort`. */
export type EffortLevel = (typeof effortLevels)[number];

/**
 * What a model does with `temperature`, `top_p` and `top_k` under `anthropic-version: 2023-06-01`: accepts them,
 * accepts `temperature` or `top_p` but not both, or answers 400 to all except one default, `temperature: 1` or `top_p:
 * 0.99`.
 *
 * Under `2026-10-21` every model rejects them, whatever the value here.
 */
export type SamplingSupport = 'accepted' | 'one-of' | 'rejected';

/** The lifecycle stage of a model. The API refuses every request to a retired one. */
export type LifecycleStage = 'active' | 'deprecated' | 'retired';

/** The dates of a model's lifecycle, as `YYYY-MM-DD`; `null` if none is announced. */
export interface Lifecycle<Stage extends LifecycleStage = LifecycleStage> {
  readonly stage: Stage;
  readonly released: string | null;
  readonly deprecatedAt: string | null;
  readonly retiresAt: string | null;
  /** The model is not retired before this date. */
  readonly notBefore: string | null;
}

/** US dollars per million tokens; `null` if no price is published. */
export interface ModelPrice {
  readonly input: number;
  readonly output: number;
  readonly cacheWrite5m: number | null;
  readonly cacheWrite1h: number | null;
  readonly cacheRead: number | null;
}

/** The price of a request whose prompt, including cached parts, has more than `above` tokens. */
export interface LongPromptPrice extends ModelPrice {
  readonly above: number;
}

/**
 * What a model accepts. Both the types and the run-time rules read only this.
 *
 * `null` means that no source says. A rule refuses only what a source refuses, so `null` lets a request pass.
 */
export interface ModelRules {
  /** The value of `model` in a request. */
  readonly id: string;
  /** The highest `max_tokens`. */
  readonly maxOutputTokens: number;
  /** The limit of input and output tokens together. */
  readonly contextWindow: number | null;
  readonly sampling: SamplingSupport;
  /** The thinking types that the model accepts; empty if it does not think. */
  readonly thinking: readonly ThinkingType[];
  /** Whether `budget_tokens` may exceed `max_tokens` with the beta `interleaved-thinking-2025-05-14`. */
  readonly interleavedThinking: boolean | null;
  /** The effort levels that the model accepts; empty if it has no such setting. */
  readonly effort: readonly EffortLevel[];
  /** `'high'` if higher levels are refused with thinking `disabled`. */
  readonly effortWithDisabled: 'high' | null;
  /** `'high'` if higher levels are refused with thinking `between_tools`. */
  readonly effortWithBetweenTools: 'high' | null;
  /** Whether effort may change within the conversation (beta `mid-conversation-output-config-2026-07-01`). */
  readonly perMessageEffort: boolean | null;
  /** Whether effort may change within the conversation while thinking is `disabled`. */
  readonly perMessageEffortWithDisabled: boolean | null;
  /** Whether `tool_choice` may be `any` or `tool`. */
  readonly forcedToolChoice: boolean;
  /** Whether the last message may be from the assistant. */
  readonly prefill: boolean;
  /** Whether `system` messages are accepted between the turns. */
  readonly midConversationSystem: boolean | null;
  readonly structuredOutputs: boolean;
  readonly imageInput: boolean | null;
  readonly pdfInput: boolean | null;
  /** `'toolset'` if only `computer_toolset_20260801` is accepted, not the earlier computer tools. */
  readonly computerUse: 'any' | 'toolset';
  readonly compaction: boolean;
  /** Whether `output_config.task_budget` is accepted (beta `task-budgets-2026-03-13`). */
  readonly taskBudget: boolean | null;
  /** Versions of server tools that the model refuses. */
  readonly lacksTools: readonly string[];
  /** Whether code in the container may call tools: `allowed_callers` other than `direct`. */
  readonly programmaticToolCalls: boolean | null;
  /** The models that may advise this one. */
  readonly advisorModels: readonly string[] | null;
  /** The models that `fallbacks` may list; empty if only `'default'` is accepted. */
  readonly fallbackModels: readonly string[] | null;
  /** Whether `inference_geo` is accepted. */
  readonly inferenceGeo: boolean | null;
  /**
   * `speed: 'fast'`: accepted, accepted with the beta `fast-mode-2026-02-01`, accepted but run and billed at standard
   * speed, or refused.
   */
  readonly fast: 'ga' | 'beta' | 'ignored' | false;
}

/** The other facts of a model. No request depends on them, so they are loaded only when they are asked for. */
export interface ModelFacts {
  readonly displayName: string;
  readonly line: 'opus' | 'sonnet' | 'haiku' | 'fable' | 'mythos' | null;
  readonly lifecycle: Lifecycle;
  /** The price at standard speed, unless `longPromptPrice` applies. */
  readonly price: ModelPrice | null;
  /** The price of all tokens of a request with a long prompt; `null` if the length does not matter. */
  readonly longPromptPrice: LongPromptPrice | null;
  /** The price with `speed: 'fast'`; `null` if the model has no such speed. */
  readonly fastPrice: ModelPrice | null;
  /** The date from which `speed: 'fast'` is refused, if one is announced. */
  readonly fastUntil: string | null;
  /** The highest `max_tokens` in a batch with the beta `output-300k-2026-03-24`. */
  readonly batchMaxOutputTokens: number | null;
  /** The shortest prefix, in tokens, that prompt caching stores. */
  readonly minCacheableTokens: number | null;
  /** What happens if `thinking` is left out. */
  readonly thinkingDefault: 'adaptive' | 'off' | 'none';
  readonly defaultEffort: EffortLevel | null;
}

/** All facts of a model. */
export interface ModelSpec extends ModelRules, ModelFacts {
  /** The dated id of an alias; `null` for an id that is not an alias. */
  readonly aliasOf: string | null;
}
