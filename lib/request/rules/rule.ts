import type { DraftFacts } from '../draft/draft-facts.js';

/** Reports a broken rule: the dotted path (`messages.0.content.1.text`), and the sentence. */
export type Refuse = (path: string, sentence: string) => void;

/** The run-time part of a rule. The compile-time part is the type next to it, with the same sentences. */
export interface Rule {
  /** The heading of the rule in `docs/rules.md`, and the `rule` of a reported problem. */
  readonly id: string;
  check(draft: DraftFacts, refuse: Refuse): void;
}
