import type { CitationsByVersion } from '../request/rules/citations-by-version.js';
import type { DocumentsByVersion } from '../request/rules/documents-by-version.js';
import type { SamplingByVersion } from '../request/rules/sampling-by-version.js';
import type { Version } from '../values/version.js';
import type { StateOf } from '../wire/typed-request.js';

/**
 * Why a client does not take a request that its API version refuses; `never` when it does. A client whose version the
 * compiler does not know takes it, and finds out at run time: `versionProblems()` says the same.
 */
export type RefusedByVersion<Request, V extends Version> = [V] extends [typeof Version.V2026_10_21]
  ?
      | SamplingByVersion<StateOf<Request> | Request>
      | CitationsByVersion<StateOf<Request>>
      | DocumentsByVersion<StateOf<Request>>
  : never;
