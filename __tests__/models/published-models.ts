import { existsSync, readFileSync } from 'node:fs';
import type { ModelPrice, ModelSpec } from '../../lib/models/model-spec.js';
import { describeWhere } from '../support/fixtures.js';

/** A row of the published facts. The file is outside the repository, and most machines do not have it. */
export interface PublishedModel {
  readonly id: string;
  readonly alias_of: string | null;
  readonly display_name: string;
  readonly line: ModelSpec['line'];
  readonly lifecycle: {
    readonly stage: ModelSpec['lifecycle']['stage'];
    readonly released: string | null;
    readonly deprecated_at: string | null;
    readonly retires_at: string | null;
    readonly retirement_not_before: string | null;
  };
  readonly max_output_tokens: number | null;
  readonly context_window: number | null;
  readonly sampling: Readonly<Record<'2023-06-01' | '2026-10-21', string | null>>;
  readonly thinking: Readonly<
    Record<'adaptive' | 'enabled_budget' | 'disabled' | 'between_tools', boolean | null>
  >;
  readonly thinking_when_omitted: string;
  readonly disabled_thinking_max_effort: string | null;
  readonly between_tools_max_effort: string | null;
  readonly effort: readonly string[];
  readonly default_effort: string | null;
  readonly per_message_effort_beta: boolean | null;
  readonly forced_tool_choice: boolean;
  readonly prefill: boolean;
  readonly structured_outputs: boolean;
  readonly image_input: boolean | null;
  readonly pdf_input: boolean | null;
  readonly speed_fast: {
    readonly supported: boolean;
    readonly beta_header_required: boolean | null;
    readonly accepted_but_standard: boolean;
    readonly removed_at: string | null;
  };
  readonly compaction: { readonly on_demand: boolean; readonly threshold: boolean };
  readonly batch_max_output_tokens_beta: number | false | null;
  readonly task_budget_beta: boolean | null;
  readonly min_cacheable_tokens: number | null;
  readonly price_per_mtok: PublishedPrice | null;
  readonly price_tiers: readonly [PublishedPrice, LongPrompt] | null;
  readonly price_batch_per_mtok: PublishedPrice | null;
  readonly price_batch_tiers: readonly [PublishedPrice, LongPrompt] | null;
  readonly price_fast_per_mtok: PublishedPrice | null;
  readonly inference_geo_us: { readonly accepted: boolean; readonly multiplier: number | null } | null;
  readonly interleaved_thinking: { readonly budget_may_pass_max_tokens: boolean } | null;
  readonly mid_conversation_system: boolean | null;
  readonly advisor_models: readonly string[] | null;
  readonly fallbacks: { readonly list: readonly string[] | null } | null;
  readonly server_tools: {
    readonly web_tools_20260209: boolean | null;
    readonly code_execution_20260120: boolean;
    readonly programmatic_tool_calling: boolean;
  } | null;
}

export type PublishedPrice = Readonly<
  Record<'input' | 'output', number> &
    Record<'cache_write_5m' | 'cache_write_1h' | 'cache_read', number | null>
>;

type LongPrompt = PublishedPrice & { readonly prompt_tokens_above: number };

const file = new URL('../../../shared/api/models.json', import.meta.url);
const havePublished = existsSync(file);

/** Every published model with a known limit: Claude 3 and later. */
export const publishedModels: readonly PublishedModel[] = havePublished
  ? (JSON.parse(readFileSync(file, 'utf8')) as PublishedModel[]).filter(
      (row) => row.max_output_tokens !== null,
    )
  : [];

export const describeWithPublishedModels = describeWhere(havePublished);

/** A published row with the field names of the catalog. */
export function publishedSpec(row: PublishedModel): Partial<ModelSpec> {
  const { lifecycle, thinking, speed_fast: fast } = row;
  const [, longPrompt] = row.price_tiers ?? [];
  const spec = {
    id: row.id,
    displayName: row.display_name,
    aliasOf: row.alias_of,
    line: row.line,
    lifecycle: {
      stage: lifecycle.stage,
      released: lifecycle.released,
      deprecatedAt: lifecycle.deprecated_at,
      retiresAt: lifecycle.retires_at,
      notBefore: lifecycle.retirement_not_before,
    },
    price: row.price_per_mtok && publishedPrice(row.price_per_mtok),
    longPromptPrice: longPrompt
      ? { above: longPrompt.prompt_tokens_above, ...publishedPrice(longPrompt) }
      : null,
    fastPrice: row.price_fast_per_mtok && publishedPrice(row.price_fast_per_mtok),
    fastUntil: fast.removed_at,
    maxOutputTokens: row.max_output_tokens,
    contextWindow: row.context_window,
    batchMaxOutputTokens: row.batch_max_output_tokens_beta || null,
    minCacheableTokens: row.min_cacheable_tokens,
    sampling: row.sampling['2023-06-01']?.replace(' temperature-or-top_p', ''),
    thinking: [
      ...(thinking.adaptive ? ['adaptive'] : []),
      ...(thinking.enabled_budget ? ['enabled'] : []),
      // Unknown for retired models that think only with a budget. There, disabled is the same as leaving thinking out.
      ...((thinking.disabled ?? thinking.enabled_budget) ? ['disabled'] : []),
      ...(thinking.between_tools ? ['between_tools'] : []),
    ],
    thinkingDefault: row.thinking_when_omitted.replace(/ .*/, ''),
    effort: row.effort,
    defaultEffort: row.default_effort,
    effortWithDisabled: row.disabled_thinking_max_effort === 'high' ? 'high' : null,
    effortWithBetweenTools: row.between_tools_max_effort,
    perMessageEffort: row.per_message_effort_beta,
    forcedToolChoice: row.forced_tool_choice,
    prefill: row.prefill,
    structuredOutputs: row.structured_outputs,
    imageInput: row.image_input,
    pdfInput: row.pdf_input,
    compaction: row.compaction.on_demand && row.compaction.threshold,
    taskBudget: row.task_budget_beta,
    inferenceGeo: row.inference_geo_us?.accepted ?? null,
    interleavedThinking: row.interleaved_thinking
      ? row.interleaved_thinking.budget_may_pass_max_tokens
      : false,
    // The sources disagree about Claude Sonnet 5, so the catalog refuses nothing there.
    ...(row.id !== 'claude-sonnet-5' && { midConversationSystem: row.mid_conversation_system }),
    advisorModels: row.advisor_models,
    // Claude Mythos 5 never refuses by policy, and no source says whether it accepts a list of fallbacks.
    ...(row.id !== 'claude-mythos-5' && { fallbackModels: row.fallbacks?.list ?? null }),
    lacksTools: [
      ...(row.server_tools?.web_tools_20260209 === false
        ? ['web_search_20260209', 'web_fetch_20260209']
        : []),
      ...(row.server_tools?.code_execution_20260120 === false ? ['code_execution_20260120'] : []),
    ],
    programmaticToolCalls: row.server_tools?.programmatic_tool_calling ?? null,
    fast: publishedFast(fast),
  };
  // The tests compare these values with the catalog, so this cast hides no error.
  return spec as Partial<ModelSpec>;
}

export function publishedPrice(row: PublishedPrice): ModelPrice {
  return {
    input: row.input,
    output: row.output,
    cacheWrite5m: row.cache_write_5m,
    cacheWrite1h: row.cache_write_1h,
    cacheRead: row.cache_read,
  };
}

function publishedFast(fast: PublishedModel['speed_fast']): ModelSpec['fast'] {
  if (fast.accepted_but_standard) return 'ignored';
  return fast.supported && (fast.beta_header_required ? 'beta' : 'ga');
}

/** A catalog price with the field names of the published facts. */
export function publishedNames(price: ModelPrice): PublishedPrice {
  return {
    input: price.input,
    output: price.output,
    cache_write_5m: price.cacheWrite5m,
    cache_write_1h: price.cacheWrite1h,
    cache_read: price.cacheRead,
  };
}
