import type { Usage } from '../../wire/usage.js';
import type { DefinedModel } from '../defined-model.js';
import { findModel } from '../find-model.js';
import { type BilledUnit, billedUnits, type PricedMessage } from './billed-units.js';
import { ownModel } from './own-model.js';
import { type Cost, plus, sum, type Tally, tokenParts, unknownParts, zeroTally } from './parts.js';
import { priceOf } from './price-of.js';
import { priceTokens, type Tokens } from './price-tokens.js';
import { isCodeFree, priceServerTools } from './server-tools.js';
import { toCost } from './to-cost.js';

/** Facts that `cost()` cannot read from the answer. */
export interface CostOptions {
  /**
   * The model that answered: an id, or the result of `defineModel({price})`. A usage alone does not name its model, and
   * a gateway has its own prices. It replaces the model of the message; fallbacks and advisors keep theirs. Default: the
   * model of the message, or the own model of `request` if no other model of the catalog answered.
   */
  readonly model?: string | DefinedModel | undefined;
  /** Whether the answer came from a batch, at half the price. Default: `usage.service_tier` decides. */
  readonly batch?: boolean | undefined;
  /** When the answer was made. If that is before the model had a price, the cost is unknown. */
  readonly at?: Date | string | undefined;
  /** The request: its own model may have prices, and its tools decide whether an execution of code was free. */
  readonly request?:
    | { readonly tools?: readonly { readonly type?: string | null | undefined }[] | undefined }
    | undefined;
}

/**
 * The cost of an answer in US dollars, at the list prices of the API. It includes tokens by kind, cache writes of 5
 * minutes and of 1 hour, the prices of long prompts and of fast speed, batches, US inference and web searches, and
 * every billed part of an answer: compactions, advisors, fallbacks. Refusals that are not billed cost nothing.
 *
 * An amount that cannot be known is `undefined`, with a reason: a model or a price that clust does not know, Priority
 * Tier, code execution that is billed by the hour. The result is never rounded; use `formatCost()` to display it.
 *
 * @example
 * ```ts
 * import { cost, formatCost } from 'clust';
 *
 * const usage = { input_tokens: 1200, output_tokens: 350 };
 * const spent = cost(usage, { model: 'claude-opus-5-5' });
 * console.log(spent.total, formatCost(spent)); //=> 0.0118 $0.0118
 * ```
 */
export function cost(answer: PricedMessage | Usage, options: CostOptions = {}): Cost {
  const message: PricedMessage = 'usage' in answer ? answer : { usage: answer };
  const { usage, content = [] } = message;
  const { model = ownModelFor(message, options.request) } = options;
  const tokens = billedUnits(message)
    .map((unit) => priceUnit(unit, message, { ...options, model }))
    .reduce(plus, zeroTally);
  const tools = priceServerTools(usage, content, isCodeFree(options.request?.tools ?? []));
  return toCost(plus(tokens, tools));
}

function priceUnit(unit: BilledUnit, { usage, model: served }: PricedMessage, options: CostOptions): Tally {
  const {
    model: id = options.model === undefined ? undefined : idOf(options.model),
    hasSpeed,
    isBilled,
  } = unit;
  if (isBilled === false) return zeroTally;
  if (id === null) return unknownParts(tokenParts, 'the usage does not name the model of one of its steps');
  const tokens = tokensOf(unit.tokens);
  if (isBilled === undefined && promptOf(tokens) > 0)
    return unknownParts(
      tokenParts,
      'whether a refused part is billed depends on its category, which is not known',
    );
  const own = options.model === undefined ? undefined : idOf(options.model);
  const isOfMessage = unit.model === undefined || unit.model === own || unit.model === served;
  const isBatch = options.batch ?? usage.service_tier === 'batch';
  const price = priceOf({
    model: id,
    override: isOfMessage ? options.model : undefined,
    promptTokens: promptOf(tokens),
    speed: hasSpeed ? (usage.speed ?? 'standard') : 'standard',
    serviceTier: usage.service_tier ?? 'standard',
    geo: usage.inference_geo ?? '',
    batch: isBatch,
    at: dayOf(options.at),
  });
  const tally = priceTokens(tokens, price, id);
  if (
    usage.fallback_credit?.status.type !== 'redeemed' ||
    (tokens.cacheWrite5m === 0 && tokens.cacheWrite1h === 0)
  )
    return tally;
  const reason = 'a fallback credit makes some cache writes cheaper, and the usage does not say how many';
  return plus(tally, unknownParts(['cacheWrite5m', 'cacheWrite1h'], reason));
}

/** The own model of the request, unless a model of the catalog with another id answered. */
function ownModelFor({ model: served }: PricedMessage, request: unknown): DefinedModel | undefined {
  const own = ownModel(request);
  const isOther = served !== undefined && served !== own?.id && findModel(served) !== undefined;
  return isOther ? undefined : own;
}

function idOf(model: string | DefinedModel): string {
  return typeof model === 'string' ? model : model.id;
}

/**
 * `cache_creation` splits the tokens that were written to the cache. Without it, all were written for 5 minutes. If
 * both contradict each other, the numbers are unknown.
 */
function tokensOf(usage: BilledUnit['tokens']): Tokens {
  const written = countOf(usage.cache_creation_input_tokens ?? 0);
  const split = usage.cache_creation;
  const written5m = countOf(split ? split.ephemeral_5m_input_tokens : written);
  const written1h = countOf(split ? split.ephemeral_1h_input_tokens : 0);
  const isSplit = usage.cache_creation_input_tokens == null || sum(written5m, written1h) === written;
  return {
    input: countOf(usage.input_tokens),
    output: countOf(usage.output_tokens),
    cacheWrite5m: isSplit ? written5m : undefined,
    cacheWrite1h: isSplit ? written1h : undefined,
    cacheRead: countOf(usage.cache_read_input_tokens ?? 0),
  };
}

/** Stored usage may contain anything that a gateway has written. */
function countOf(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 && value < Number.POSITIVE_INFINITY ? value : undefined;
}

/**
 * The size of the whole prompt, which decides about long-prompt prices. Unknown parts are reported where they are
 * priced.
 */
function promptOf({ input = 0, cacheWrite5m = 0, cacheWrite1h = 0, cacheRead = 0 }: Tokens): number {
  return input + cacheWrite5m + cacheWrite1h + cacheRead;
}

function dayOf(at: Date | string | undefined): string | undefined {
  return at instanceof Date ? at.toISOString().slice(0, 10) : at?.slice(0, 10);
}
