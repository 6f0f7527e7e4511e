import type { Problem } from '../errors/validation-error.js';
import { Version } from '../values/version.js';
import type { StateOf } from '../wire/typed-request.js';

const SENTENCE =
  'API version 2026-10-21 takes no temperature, top_p or top_k: remove them, or build the client with Version.V2023_06_01';

const FIELDS = ['temperature', 'top_p', 'top_k'] as const;

type SetsSampling =
  | { readonly temperature: number }
  | { readonly topP: number }
  | { readonly topK: number }
  | { readonly top_p: number }
  | { readonly top_k: number };

/**
 * Why a client does not take a request that sets sampling parameters; `never` when it does. A client whose version the
 * compiler does not know takes it, and finds out at run time.
 */
export type RefuseSampling<Request, V extends Version> = [V] extends [typeof Version.V2026_10_21]
  ? StateOf<Request> extends SetsSampling
    ? typeof SENTENCE
    : Request extends SetsSampling
      ? typeof SENTENCE
      : never
  : never;

/** The run-time twin of `RefuseSampling`: one problem for each field that is set. */
export function samplingProblems(
  request: { readonly [Field in (typeof FIELDS)[number]]?: unknown },
  version: string,
): readonly Problem[] {
  if (version !== Version.V2026_10_21) return [];
  return FIELDS.filter((field) => request[field] !== undefined).map((path) => ({
    path,
    rule: 'sampling-by-version',
    message: SENTENCE,
  }));
}
