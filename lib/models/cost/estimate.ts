import type { CacheControl } from '../../wire/cache-control.js';
import type { MessagesRequestBody } from '../../wire/messages-request-body.js';
import type { Usage } from '../../wire/usage.js';
import { findModel } from '../find-model.js';
import { type CostOptions, cost } from './cost.js';
import { ownModel } from './own-model.js';
import { type Cost, type CostPart, plus, unknownParts } from './parts.js';
import { toCost, toTally } from './to-cost.js';

/** Options of `estimate()`. */
export interface EstimateOptions extends Pick<CostOptions, 'model' | 'batch' | 'at'> {
  /** The tokens of the whole prompt, including cached parts: the result of `countTokens()`. */
  readonly inputTokens: number;
  /**
   * The tokens of the answer.
   *
   * @default the `max_tokens` of the request
   */
  readonly outputTokens?: number | undefined;
  /**
   * How many of the input tokens are read from the cache.
   *
   * @default 0
   */
  readonly cacheReadTokens?: number | undefined;
  /**
   * How many of the input tokens are written to the cache, for the longest time that the request asks for.
   *
   * @default all that are not read, if the request caches anything; else 0
   */
  readonly cacheWriteTokens?: number | undefined;
}

/** Server tools. What they add to the prompt is unknown in advance. */
const serverTools = /^(web_search|web_fetch|code_execution|advisor|mcp_toolset)/;

/**
 * The most that a request can cost, before it is sent: the whole prompt, written to the cache if the request asks for
 * that, and an answer of `max_tokens`. With `outputTokens` and `cacheReadTokens` it is the cost that you expect.
 *
 * A request without `inference_geo` is priced without a surcharge, although the default of its workspace may have one.
 * Server tools, fallbacks and compactions cannot be estimated: with these `total` is `undefined`, with a reason, and
 * the parts are the cost of the first step.
 *
 * @example
 * ```ts
 * import { estimate, formatCost, MessagesRequestBuilder } from 'clust';
 *
 * const request = MessagesRequestBuilder.create('claude-sonnet-5-5').maxTokens(1024).user('Hello!').build();
 * console.log(formatCost(estimate(request, { inputTokens: 1000 }))); //=> $0.0122
 * ```
 */
export function estimate(request: MessagesRequestBody, options: EstimateOptions): Cost {
  const {
    inputTokens,
    outputTokens = request.max_tokens,
    cacheReadTokens: read = 0,
    batch = false,
    at,
  } = options;
  const { model = ownModel(request) ?? request.model } = options;
  const longest = longestCache(request);
  const written = options.cacheWriteTokens ?? (longest === undefined ? 0 : inputTokens - read);
  const isFast = request.speed === 'fast' && specOf(model)?.fast !== 'ignored';
  const usage: Usage = {
    input_tokens: inputTokens - read - written,
    output_tokens: outputTokens,
    cache_read_input_tokens: read,
    cache_creation_input_tokens: written,
    cache_creation: {
      ephemeral_5m_input_tokens: longest === '1h' ? 0 : written,
      ephemeral_1h_input_tokens: longest === '1h' ? written : 0,
    },
    speed: isFast ? 'fast' : 'standard',
    inference_geo: request.inference_geo,
  };
  const tally = toTally(cost(usage, { model, batch, at }));
  return toCost(unknownBefore(request).reduce(plus, tally));
}

function specOf(model: NonNullable<CostOptions['model']>) {
  return typeof model === 'string' ? findModel(model) : model.spec;
}

function unknownBefore({
  tools = [],
  mcp_servers,
  fallbacks,
  compaction,
  context_management,
}: MessagesRequestBody) {
  const ran: string[] = tools.flatMap(({ type }) => (type && serverTools.test(type) ? [type] : []));
  if (mcp_servers?.length && ran.length === 0) ran.push('mcp_servers');
  const isCompacted =
    compaction != null || context_management?.edits?.some(({ type }) => type.startsWith('compact_'));
  const unknown = (parts: readonly CostPart[], reason: string) => unknownParts(parts, reason);
  return [
    ...(ran.length > 0
      ? [unknown(['serverTools'], `what ${ran.join(', ')} will do is not known before the answer`)]
      : []),
    ...(fallbacks ? [unknown([], 'whether a fallback answers, and is billed too, is not known before')] : []),
    ...(isCompacted
      ? [unknown([], 'whether the prompt is compacted, which is billed too, is not known before')]
      : []),
  ];
}

/** The longest cache time that a request asks for; `undefined` if it caches nothing. */
function longestCache({ cache_control, system, tools, messages }: PromptOf): '5m' | '1h' | undefined {
  const found = [cache_control, ...controlsIn(system), ...controlsIn(tools)];
  for (const { content } of messages) found.push(...controlsIn(content));
  const controls = found.filter((control) => control != null);
  if (controls.length === 0) return undefined;
  return controls.some(({ ttl }) => ttl === '1h') ? '1h' : '5m';
}

type PromptOf = Pick<MessagesRequestBody, 'cache_control' | 'system' | 'tools' | 'messages'>;

/** The cache controls of blocks, including blocks inside a result. */
function controlsIn(blocks: unknown): readonly (CacheControl | null | undefined)[] {
  if (!Array.isArray(blocks)) return [];
  return blocks.flatMap((block: { cache_control?: CacheControl | null; content?: unknown }) => [
    block.cache_control,
    ...controlsIn(block.content),
  ]);
}
