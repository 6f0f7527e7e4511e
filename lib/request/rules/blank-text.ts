import { isBlank, blankText as sentence } from '../../content/blank-text.js';
import type { Rule } from './rule.js';

/**
 * A turn, a text block or a system prompt must not be only white space.
 *
 * An empty system prompt is accepted, and so is an empty assistant turn at the end, as an empty prefill. Between other
 * blocks of the assistant, text may be white space, as the model wrote it; the text of a search result must not be
 * empty.
 *
 * @source https://github.com/anthropics/claude-code/issues/23369
 * @fix Leave the block or the turn out.
 */
export const blankText: Rule = {
  id: 'blank-text',
  check({ body: { system, messages = [] }, parts, turns }, refuse) {
    const others = new Set(
      turns.flatMap(({ role, blocks }) =>
        role === 'assistant' && blocks.length > 1 ? blocks.map(({ path }) => path) : [],
      ),
    );
    const whole = (content: unknown, path: string) => {
      if (typeof content === 'string' && isBlank(content) && !others.has(path)) refuse(path, sentence);
    };
    if (system !== '') whole(system, 'system');
    messages.forEach(({ role, content }, index) => {
      // The conversation rule reports an empty turn.
      if (content !== '' || role === 'user') whole(content, `messages.${index}.content`);
    });
    for (const { block, path, holder } of parts) {
      if (block.type !== 'text' || typeof block.text !== 'string') continue;
      const allowsWhiteSpace = holder ? holder.type === 'search_result' : others.has(path);
      if (allowsWhiteSpace ? block.text === '' : !holder && isBlank(block.text))
        refuse(`${path}.text`, sentence);
    }
  },
};
