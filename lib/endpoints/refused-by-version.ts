import type { CitationsByVersion } from '../request/rules/citations-by-version.js';
import type { DocumentsByVersion } from '../request/rules/documents-by-version.js';
import type { SamplingByVersion } from '../request/rules/sampling-by-version.js';
import type { Version } from '../values/version.js';

/**
 * Why a client does not take a request that its API version refuses; `never` when it does. A client whose version the
 * compiler does not know takes it, and finds out at run time: `versionProblems()` says the same.
 */
export type RefusedByVersion<State, V extends Version> = [V] extends [typeof Version.V2026_10_21]
  ? SamplingByVersion<State> | CitationsByVersion<State> | DocumentsByVersion<State>
  : never;

/** The same of a body, by the fields at fault. */
export type RefusedFields<State, V extends Version> = [V] extends [typeof Version.V2026_10_21]
  ? NewestFields<State>
  : unknown;

interface NewestFields<State> {
  readonly temperature: SamplingByVersion<Pick<State, 'temperature' & keyof State>>;
  readonly top_p: SamplingByVersion<Pick<State, 'topP' & keyof State>>;
  readonly top_k: SamplingByVersion<Pick<State, 'topK' & keyof State>>;
  readonly messages: CitationsByVersion<State> | DocumentsByVersion<State>;
}
