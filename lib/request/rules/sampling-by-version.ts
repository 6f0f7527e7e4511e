import { Version } from '../../values/version.js';
import type { Rule } from './rule.js';

/**
 * API version 2026-10-21 rejects `temperature`, `top_p` and `top_k` for every model, even their defaults.
 *
 * @source https://platform.claude.com/docs/en/api/migration-2026-10-21
 * @fix Remove them and use `effort()`, or build the client with `Version.V2023_06_01`.
 */
export const samplingByVersion: Rule = {
  id: 'sampling-by-version',
  check({ body, version }, refuse) {
    if (version !== Version.V2026_10_21) return;
    for (const field of ['temperature', 'top_p', 'top_k'] as const) {
      if (body[field] !== undefined) refuse(field, sentence);
    }
  },
};

const sentence =
  'API version 2026-10-21 takes no temperature, top_p or top_k: remove them, or build the client with Version.V2023_06_01';

/** Refuses, for a client of that version, a request or a body with a sampling parameter. */
export type SamplingByVersion<Content> = Content extends
  | { readonly temperature: number }
  | { readonly topP: number }
  | { readonly topK: number }
  | { readonly top_p: number }
  | { readonly top_k: number }
  ? typeof sentence
  : never;
