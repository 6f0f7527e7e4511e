import { isClustError } from '../errors/guards.js';
import type { Problem } from '../errors/validation-error.js';
import type { Draft } from './draft/draft.js';
import { factsOf } from './draft/draft-facts.js';
import type { Rule } from './rules/rule.js';

/**
 * The problems that these rules find in a draft, in their order. Rules rely on the shape of their values: a value that
 * a rule cannot read is a problem of its own, or is skipped if the shape was already reported.
 */
export function brokenRules(
  draft: Draft,
  rules: readonly Rule[],
  unreadable: 'report' | 'skip' = 'report',
): readonly Problem[] {
  const problems: Problem[] = [];
  const reportUnreadable = (rule: string, error: unknown) => {
    if (isClustError(error)) throw error;
    // A stored request may contain anything in place of a text: `{"toString": 1}` cannot even be printed.
    const message = 'a value that this rule reads has another type than in the API reference';
    if (unreadable === 'report') problems.push({ path: '', rule, message });
  };
  try {
    const facts = factsOf(draft);
    for (const { id: rule, check } of rules) {
      try {
        check(facts, (path, message) => problems.push({ path, rule, message }));
      } catch (error) {
        reportUnreadable(rule, error);
      }
    }
  } catch (error) {
    reportUnreadable('shape', error);
  }
  return problems;
}
