import type { CacheBreakpoint } from '../draft/cache-breakpoints.js';
import type { Draft } from '../draft/draft.js';
import type { Part } from '../draft/parts.js';

/** What a rule looks at. */
export interface Checked extends Draft {
  /** Every content block of the body, found once for all rules. */
  readonly parts: readonly Part[];
  /** Its cache breakpoints, in the order in which the API reads them. */
  readonly breakpoints: readonly CacheBreakpoint[];
}

/** Reports a broken rule: where, in the dotted form of the API (`messages.0.content.1.text`), and why. */
export type Refuse = (path: string, sentence: string) => void;

/** The run-time half of a rule of the API; the compile-time half is the type beside it, in the same words. */
export interface Rule {
  /** The name under which `docs/rules.md` explains the rule, and the `rule` of a reported problem. */
  readonly id: string;
  check(draft: Checked, refuse: Refuse): void;
}
