/** A request that the API would refuse, as code that both the compiler and the run time are shown. */
export interface RefusedCase {
  /** The rule's id. */
  readonly rule: string;
  /** An expression; every name of `clust` is in scope. */
  readonly code: string;
  /** The sentence, the same in the editor and at run time. */
  readonly sentence: string;
  /** Where the run time finds it, in the dotted form of the API. */
  readonly path: string;
  /** What the compiler underlines; `undefined` where only the run time can know. */
  readonly at?: string;
}

/** The same for a list of cases of one rule. */
export function refused(rule: string, cases: readonly Omit<RefusedCase, 'rule'>[]): readonly RefusedCase[] {
  return cases.map((one) => ({ rule, ...one }));
}
