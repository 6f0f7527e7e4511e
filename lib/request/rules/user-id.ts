import type { Rule } from './rule.js';

/**
 * `metadata.user_id` has at most 256 characters.
 *
 * @source https://platform.claude.com/docs/en/api/messages
 * @fix Send a hash of the id.
 * @runtime The length of a text is known at run time.
 */
export const userId: Rule = {
  id: 'user-id',
  check({ body }, refuse) {
    const length = body.metadata?.user_id?.length ?? 0;
    if (length > 256) refuse('metadata.user_id', sentence(length));
  },
};

const sentence = (length: number) => `a user_id has at most 256 characters, not ${length}: send a hash of it`;
