import { listOf } from '../draft/parts.js';
import type { Rule } from './rule.js';

/**
 * A request that continues a thread contains only new messages: the API has its system prompt and its tools. Requests
 * of a thread cannot be compacted, and the only context edit that they accept is the one that keeps all thinking.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/message-threads
 * @fix Leave the field out, or send the whole conversation without `thread`.
 * @runtime The builder has no method for it.
 */
export const thread: Rule = {
  id: 'thread',
  check({ body, isContinued }, refuse) {
    if (!body.thread) return;
    for (const field of ['system', 'tools'] as const) {
      if (isContinued && body[field] !== undefined) refuse(field, known(field));
    }
    if (body.compaction) refuse('compaction', excluded('compaction'));
    listOf(body.context_management?.edits).forEach((edit, index) => {
      const keepsAll = edit?.keep === 'all' || Object(edit?.keep).type === 'all';
      if (!keepsAll || edit.type !== 'clear_thinking_20251015')
        refuse(`context_management.edits.${index}`, edited);
    });
  },
};

const known = (field: string) => `a continued thread already has its ${field}: leave ${field} out`;
const excluded = (field: string) => `a thread does not go with ${field}: leave one of them out`;
const edited = "a thread takes no edit of the context but clear_thinking_20251015 with keep 'all'";
