import type { Problem } from '../errors/validation-error.js';
import { brokenRules } from './broken-rules.js';
import type { Draft } from './draft/draft.js';
import { builderRules } from './rules/builder-rules.js';
import type { Rule } from './rules/rule.js';
import { shapeProblems } from './shape.js';

/**
 * What is wrong with a draft, in the order of the rules; only what is misshapen where a rule could not read on.
 *
 * By default those that a builder may break: a program that builds its requests and parses none carries no other.
 */
export function draftProblems(draft: Draft, rules: readonly Rule[] = builderRules): readonly Problem[] {
  const misshapen = shapeProblems(draft.body);
  return misshapen.length > 0 ? misshapen : brokenRules(draft, rules);
}
