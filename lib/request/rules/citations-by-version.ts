import { Version } from '../../values/version.js';
import type { Rule } from './rule.js';

/**
 * API version 2026-10-21 accepts citations on text of the assistant, not on text of the user.
 *
 * @source https://platform.claude.com/docs/en/api/migration-2026-10-21
 * @fix Send the text without its `citations`.
 */
export const citationsByVersion: Rule = {
  id: 'citations-by-version',
  check({ parts, version }, refuse) {
    if (version !== Version.V2026_10_21) return;
    for (const { block, path, role, holder } of parts) {
      const isHere = role === 'user' && (!holder || holder.type === 'search_result');
      if (isHere && block.type === 'text' && block.citations?.length) refuse(`${path}.citations`, sentence);
    }
  },
};

const sentence = 'API version 2026-10-21 takes no citations on text of the user: remove them';

/** Refuses, for a client of that version, a request with citations on user text, which the state marks. */
export type CitationsByVersion<State> = State extends { readonly userCitations: true }
  ? typeof sentence
  : never;
