import { Version } from '../../values/version.js';
import type { Rule } from './rule.js';

/**
 * API version 2026-10-21 accepts documents in user turns, and those that a server tool found, but no documents in
 * assistant turns.
 *
 * @source https://platform.claude.com/docs/en/api/migration-2026-10-21
 * @fix Move the document to a turn of the user.
 */
export const documentsByVersion: Rule = {
  id: 'documents-by-version',
  check({ parts, version }, refuse) {
    if (version !== Version.V2026_10_21) return;
    for (const { block, path, role, holder } of parts) {
      if (block.type === 'document' && role === 'assistant' && !holder) refuse(path, sentence);
    }
  },
};

const sentence = 'API version 2026-10-21 takes no document in an assistant turn: move it to a user turn';

/** Refuses, for a client of that version, a request with a document in an assistant turn, which the state marks. */
export type DocumentsByVersion<State> = State extends { readonly assistantDocuments: true }
  ? typeof sentence
  : never;
