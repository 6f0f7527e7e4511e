import { createHash } from 'node:crypto';
import type { MessagesRequestBody } from '../../lib/index.js';

/** How far a breakpoint looks back for a prefix that was written, in blocks. */
const LOOKBACK = 20;

/** A request as the cache sees it: block by block, in the order of the prompt. */
export interface CachedPrompt {
  /** Where each block stands: `tools.0`, `system.0`, `messages.3.content.0`. */
  readonly paths: readonly string[];
  /** How long each block is, in characters. */
  readonly sizes: readonly number[];
  /** A name for all up to each block. */
  readonly prefixes: readonly string[];
  /** The blocks with a breakpoint. */
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

/** The cache as the API documents it: a breakpoint writes its prefix, and reads the longest one up to 20 blocks before it. */
export class SimulatedCache {
  readonly #stored = new Set<string>();

  /** How many blocks of a prompt were read. */
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
