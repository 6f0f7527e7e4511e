import type { Rule } from './rule.js';

/**
 * A conversation must not end in a thinking block. If an answer was cut off during thinking, send it back unchanged,
 * followed by a user turn.
 *
 * @source https://github.com/NousResearch/hermes-agent/issues/13010
 * @fix Add a user turn after it.
 */
export const thinkingLast: Rule = {
  id: 'thinking-last',
  check({ body, turns }, refuse) {
    const last = turns.at(-1);
    // A compaction request may end with any turn, and a fallback credit allows a prefill.
    if (last?.role !== 'assistant' || body.compaction || body.fallback_credit_token) return;
    const { block, path } = last.blocks.at(-1) ?? {};
    if (path !== undefined && block?.type === 'thinking') refuse(path, sentence);
  },
};

const sentence = 'a conversation cannot end in thinking: add a turn with user()';

/** Refuses, when the request is built, a literal last turn that ends in thinking. */
export type ThinkingLast<Turn> = [Turn] extends ['assistant, ending in thinking'] ? typeof sentence : never;
