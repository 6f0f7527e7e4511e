import { listOf } from '../draft/parts.js';
import type { Rule } from './rule.js';

/**
 * A turn of the assistant does not end in a thinking block: what was thought comes before what was said or called.
 *
 * @source https://github.com/NousResearch/hermes-agent/issues/13010
 * @fix Send the whole answer back, or leave the turn out that was cut off while the model was thinking.
 */
export const thinkingLast: Rule = {
  id: 'thinking-last',
  check({ body: { messages } }, refuse) {
    messages?.forEach(({ role, content }, index) => {
      const last = listOf(content).length - 1;
      if (role === 'assistant' && listOf(content)[last]?.type === 'thinking') {
        refuse(`messages.${index}.content.${last}`, sentence);
      }
    });
  },
};

const sentence = 'a turn of the assistant cannot end in thinking: say after it what was said or called';

/** Refuses literal content that ends in thinking. */
export type ThinkingLast<Content> = Content extends
  | { readonly type: 'thinking' }
  | readonly [...unknown[], { readonly type: 'thinking' }]
  ? typeof sentence
  : never;
