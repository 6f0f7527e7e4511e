import type { Rule } from './rule.js';

/**
 * A conversation does not end in a thinking block: what was thought comes before what was said or called. An answer that
 * was cut off while the model was thinking goes back unchanged, with a turn of the user behind it.
 *
 * @source https://github.com/NousResearch/hermes-agent/issues/13010
 * @fix Add a turn of the user behind it.
 */
export const thinkingLast: Rule = {
  id: 'thinking-last',
  check({ body, turns }, refuse) {
    const last = turns.at(-1);
    // A request for a summary goes on from nothing, and the credit of a fallback pays for a prefill.
    if (last?.role !== 'assistant' || body.compaction || body.fallback_credit_token) return;
    const { block, path } = last.blocks.at(-1) ?? {};
    if (path !== undefined && block?.type === 'thinking') refuse(path, sentence);
  },
};

const sentence = 'a conversation cannot end in thinking: add a turn with user()';

/** Refuses, once the request is built, a literal turn that ends in thinking and is the last. */
export type ThinkingLast<Turn> = [Turn] extends ['assistant, ending in thinking'] ? typeof sentence : never;
