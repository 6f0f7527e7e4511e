import { minCacheableTokens } from '../models/min-cacheable-tokens.js';
import type { CacheControl } from '../wire/cache-control.js';
import type { MessagesRequestBody } from '../wire/messages-request-body.js';
import { cacheBreakpointsOf } from './draft/cache-breakpoints.js';
import { partsOf } from './draft/parts.js';
import { freezeJson } from './freeze.js';
import { metaOf, withMeta } from './request-meta.js';

/** Where a client sets breakpoints automatically. */
export type CachePlan = 'conversation';

/** All planned breakpoints are this object, which distinguishes them from explicit ones. */
const planned = freezeJson({
  short: { type: 'ephemeral' },
  long: { type: 'ephemeral', ttl: '1h' },
} as const) satisfies Record<string, CacheControl>;

const charactersPerToken = 4;

type Block = { readonly [field: string]: unknown };

/**
 * Adds breakpoints where they are useful: after the last two user turns, the system prompt and the tools, in this
 * order, as far as the request's own breakpoints leave room. A prefix that is probably too short for the model to
 * cache gets none.
 *
 * A text turn becomes a list of one block, with or without a breakpoint, so that its bytes stay the same when the
 * breakpoint moves.
 */
export function planCache(request: MessagesRequestBody): MessagesRequestBody {
  // Every list that may get a breakpoint is copied.
  const tools = request.tools && unmarked(request.tools);
  const system = request.system ? unmarked(request.system) : request.system;
  const messages = request.messages.map((turn) =>
    turn.role === 'user' ? { ...turn, content: unmarked(turn.content) } : turn,
  );
  // The lists have the same items, possibly with a breakpoint.
  const body = { ...request, tools, system, messages } as unknown as MessagesRequestBody;

  const own = cacheBreakpointsOf(body, partsOf(body));
  let left = 4 - own.length;
  const minimum = minCacheableTokens(request.model) * charactersPerToken;
  const turns = [...messages.keys()].filter((index) => messages[index]?.role === 'user').slice(-2);
  // The automatic breakpoint is on the last turn.
  if (request.cache_control && turns.at(-1) === messages.length - 1) turns.pop();
  for (const place of [...turns.reverse(), SYSTEM, TOOLS]) {
    const list = place === TOOLS ? tools : place === SYSTEM ? system : messages[place]?.content;
    const prefix = [tools, place > TOOLS && system, messages.slice(0, Math.max(0, place + 1))];
    const at = (list as readonly Block[] | undefined)?.findLastIndex(isCacheable) ?? -1;
    const blocks = list as Block[];
    if (left === 0 || at < 0 || blocks[at]?.cache_control || charactersMissing(prefix, minimum) > 0) continue;
    const isBeforeLong = own.some(({ path, control }) => control.ttl === '1h' && placeOf(path) > place);
    blocks[at] = { ...blocks[at], cache_control: isBeforeLong ? planned.long : planned.short };
    left -= 1;
  }
  return withMeta({ ...freezeJson(body) }, metaOf(request));
}

/** Places before the messages, which have their index as a place. */
const TOOLS = -2;
const SYSTEM = -1;

function placeOf(path: string): number {
  const [field, index] = path.split('.');
  return field === 'tools' ? TOOLS : field === 'system' ? SYSTEM : Number(index ?? Number.POSITIVE_INFINITY);
}

/** The content as blocks, without the breakpoints of an earlier plan. */
function unmarked(content: string | readonly object[]): Block[] {
  if (typeof content === 'string') return [{ type: 'text', text: content }];
  return (content as readonly Block[]).map((block) => {
    const { cache_control: control, ...rest } = block;
    return control === planned.short || control === planned.long ? rest : block;
  });
}

const uncacheable = /thinking|compaction|container_upload|fallback/;

function isCacheable({ type, defer_loading }: Block): boolean {
  return defer_loading !== true && !uncacheable.test(String(type));
}

/**
 * How many characters the JSON of a value is shorter than `characters`; 0 or less if it is not shorter. It stops
 * counting there.
 */
function charactersMissing(value: unknown, characters: number): number {
  if (characters <= 0 || value === undefined) return characters;
  if (typeof value === 'string') return characters - value.length;
  return Object.values(Object(value)).reduce<number>(
    (left, each) => charactersMissing(each, left),
    characters - 1,
  );
}
