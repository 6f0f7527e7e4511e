/** A request that the API would refuse, as code for the compiler and the run-time check. */
export interface RefusedCase {
  /** The rule's id. */
  readonly rule: string;
  /** An expression; every name of `clust` is in scope. */
  readonly code: string;
  /** The sentence, the same in the editor and at run time. */
  readonly sentence: string;
  /** The path that the run-time check reports, with dots as in the API. */
  readonly path: string;
  /** How the code that the compiler underlines begins. Undefined when only the run-time check refuses the request. */
  readonly at?: string;
}

/** Adds the id of a rule to each of its cases. */
export function refused(rule: string, cases: readonly Omit<RefusedCase, 'rule'>[]): readonly RefusedCase[] {
  return cases.map((one) => ({ rule, ...one }));
}
