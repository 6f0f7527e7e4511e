import type { CitationsByVersion } from '../request/rules/citations-by-version.js';
import type { DocumentsByVersion } from '../request/rules/documents-by-version.js';
import type { SamplingByVersion } from '../request/rules/sampling-by-version.js';
import type { Version } from '../values/version.js';

/**
 * The refusal of a request by the API version of the client; `never` if the version accepts it. If the compiler does
 * not know the version, `versionProblems()` checks the request at run time.
 */
export type RefusedByVersion<State, V extends Version> = [V] extends [typeof Version.V2026_10_21]
  ? SamplingByVersion<State> | CitationsByVersion<State> | DocumentsByVersion<State>
  : never;

/** The same for a body, by the fields at fault. */
export type RefusedFields<State, V extends Version> = [V] extends [typeof Version.V2026_10_21]
  ? NewestFields<State>
  : unknown;

interface NewestFields<State> {
  readonly temperature: SamplingByVersion<Pick<State, 'temperature' & keyof State>>;
  readonly top_p: SamplingByVersion<Pick<State, 'topP' & keyof State>>;
  readonly top_k: SamplingByVersion<Pick<State, 'topK' & keyof State>>;
  readonly messages: CitationsByVersion<State> | DocumentsByVersion<State>;
}
