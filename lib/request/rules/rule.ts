import type { DraftFacts } from '../draft/draft-facts.js';

/** Reports a broken rule: where, in the dotted form of the API (`messages.0.content.1.text`), and why. */
export type Refuse = (path: string, sentence: string) => void;

/** The run-time half of a rule of the API; the compile-time half is the type beside it, in the same words. */
export interface Rule {
  /** The name under which `docs/rules.md` explains the rule, and the `rule` of a reported problem. */
  readonly id: string;
  check(draft: DraftFacts, refuse: Refuse): void;
}
