import { Version } from '../../values/version.js';
import type { Rule } from './rule.js';

/**
 * API version 2026-10-21 takes documents of the user, and those that a tool of the API found, not documents that the
 * assistant says.
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

const sentence = 'API version 2026-10-21 takes no document of the assistant: move it to a turn of the user';

/** Refuses, for a client of that version, a request whose assistant says a document; the state marks it. */
export type DocumentsByVersion<State> = State extends { readonly assistantDocuments: true }
  ? typeof sentence
  : never;
