import { isClustError } from '../errors/guards.js';
import type { Problem } from '../errors/validation-error.js';
import type { Draft } from './draft/draft.js';
import { factsOf } from './draft/draft-facts.js';
import type { Rule } from './rules/rule.js';

/** What a draft breaks of these rules, in their order. Its shape was checked: a rule reads what the types say is there. */
export function brokenRules(
  draft: Draft,
  rules: readonly Rule[],
  problems: Problem[] = [],
): readonly Problem[] {
  const facts = factsOf(draft);
  for (const { id: rule, check } of rules) {
    try {
      check(facts, (path, message) => problems.push({ path, rule, message }));
    } catch (error) {
      // A stored request may hold anything where the types promise a text: `{"toString": 1}` cannot even be printed.
      if (isClustError(error)) throw error;
      const message = 'a value that this rule reads is not of the type that the API reference gives it';
      problems.push({ path: '', rule, message });
    }
  }
  return problems;
}
