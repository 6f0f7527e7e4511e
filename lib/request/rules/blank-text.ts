import { isBlank, blankText as sentence } from '../../content/blank-text.js';
import type { Refuse, Rule } from './rule.js';

/**
 * Text says something: a turn, a text block or a system prompt of white space only is a 400.
 *
 * The last turn of the assistant may be empty, as a prefill of nothing.
 *
 * @source https://github.com/anthropics/claude-code/issues/23369
 * @fix Leave the block or the turn out.
 */
export const blankText: Rule = {
  id: 'blank-text',
  check({ body: { system, messages = [] } }, refuse) {
    checkContent(system, 'system', refuse);
    messages.forEach(({ role, content }, index) => {
      // An empty turn is the conversation rule's.
      const isEmpty = content === '' && (role === 'assistant' || role === 'system');
      if (!isEmpty) checkContent(content, `messages.${index}.content`, refuse);
    });
  },
};

function checkContent(content: unknown, path: string, refuse: Refuse): void {
  if (typeof content === 'string') {
    if (isBlank(content)) refuse(path, sentence);
  } else if (Array.isArray(content)) {
    content.forEach((block, index) => {
      if (block.type === 'text' && isBlank(block.text)) refuse(`${path}.${index}.text`, sentence);
    });
  }
}
