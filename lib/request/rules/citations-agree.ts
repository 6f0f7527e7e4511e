import type { Rule } from './rule.js';

/**
 * Citations are enabled for all documents of a request, or for none.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/citations
 * @fix Set `citations: { enabled: true }` on every document, or on none.
 * @runtime The rule concerns all documents of the conversation.
 */
export const citationsAgree: Rule = {
  id: 'citations-agree',
  check({ parts }, refuse) {
    const documents = parts.filter(
      ({ block, role, holder }) => block.type === 'document' && role === 'user' && !holder,
    );
    const silent = documents.filter(({ block }) => block.citations?.enabled !== true);
    if (silent.length === documents.length) return;
    for (const { path } of silent) refuse(`${path}.citations`, sentence);
  },
};

const sentence =
  'citations must be enabled for all documents of a request or for none: enable them here, too';
