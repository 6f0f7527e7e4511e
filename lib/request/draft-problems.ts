import type { Problem } from '../errors/validation-error.js';
import { brokenRules } from './broken-rules.js';
import type { Draft } from './draft/draft.js';
import { snakeOf } from './foreign-shapes.js';
import { builderRules } from './rules/builder-rules.js';
import type { Rule } from './rules/rule.js';
import { shapeProblems } from './shape.js';

/**
 * What is wrong with a draft: what is misshapen, then what the rules find, in their order.
 *
 * By default those that a builder may break: a program that builds its requests and parses none carries no other.
 */
export function draftProblems(draft: Draft, rules: readonly Rule[] = builderRules): readonly Problem[] {
  const misshapen = shapeProblems(draft.body);
  if (misshapen.length === 0) return brokenRules(draft, rules);
  // What a rule says of a misshapen value, or of the block around it, follows from the shape: it is not said twice.
  const others = brokenRules(draft, rules, 'skip');
  const places = misshapen.map(({ path }) => path.split('.').map(snakeOf).join('.'));
  return [...misshapen, ...others.filter(({ path }) => !places.some((place) => touches(path, place)))];
}

/** Whether one path leads to the other, or to the list element that the other is in. */
function touches(path: string, misshapen: string): boolean {
  const isInside = path === misshapen || path.startsWith(`${misshapen}.`);
  return isInside || (path.includes('.') && misshapen.startsWith(`${path}.`));
}
