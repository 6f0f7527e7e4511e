import { createHash } from 'node:crypto';
import type { MessagesRequestBody } from '../../lib/index.js';

/** How many blocks a breakpoint looks back for a prefix that was written. */
const LOOKBACK = 20;

/** A request as the cache sees it: block by block, in the order of the prompt. */
export interface CachedPrompt {
  /** The path of each block: `tools.0`, `system.0`, `messages.3.content.0`. */
  readonly paths: readonly string[];
  /** The length of each block in characters. */
  readonly sizes: readonly number[];
  /** A hash of the prompt up to and including each block. */
  readonly prefixes: readonly string[];
  /** The indexes of the blocks with a breakpoint. */
  readonly marks: readonly number[];
}

export function promptOf({ tools = [], system, messages }: MessagesRequestBody): CachedPrompt {
  const blocks: [path: string, block: object][] = [
    ...tools.map((tool, at): [string, object] => [`tools.${at}`, tool]),
    ...listOf(system).map((block, at): [string, object] => [`system.${at}`, block]),
    ...messages.flatMap(({ role, content }, turn) =>
      listOf(content).map((block, at): [string, object] => [
        `messages.${turn}.content.${at}`,
        { role, ...block },
      ]),
    ),
  ];
  let hash = '';
  const texts = blocks.map(([, block]) =>
    JSON.stringify(block, (key, each) => (key === 'cache_control' ? undefined : each)),
  );
  return {
    paths: blocks.map(([path]) => path),
    sizes: texts.map(({ length }) => length),
    prefixes: texts.map((text) => {
      hash = createHash('sha256').update(hash).update(text).digest('hex');
      return hash;
    }),
    marks: blocks.flatMap(([, block], index) => ('cache_control' in block ? [index] : [])),
  };
}

function listOf(content: unknown): readonly object[] {
  if (typeof content === 'string') return [{ type: 'text', text: content }];
  return Array.isArray(content) ? content : [];
}

/** The documented cache: a breakpoint writes its prefix, and reads the longest prefix up to 20 blocks before it. */
export class SimulatedCache {
  readonly #stored = new Set<string>();

  /** Sends a prompt and returns how many of its blocks were read from the cache. */
  ask({ prefixes, marks }: Pick<CachedPrompt, 'prefixes' | 'marks'>): number {
    let read = 0;
    for (const mark of marks) {
      const stored = prefixes.slice(0, mark + 1).findLastIndex((prefix) => this.#stored.has(prefix));
      if (stored > mark - LOOKBACK) read = Math.max(read, stored + 1);
    }
    for (const mark of marks) this.#stored.add(prefixes[mark] ?? '');
    return read;
  }
}
