import type { Problem } from '../errors/validation-error.js';
import { brokenRules } from './broken-rules.js';
import type { Draft } from './draft/draft.js';
import { snakeOf } from './foreign-shapes.js';
import { builderRules } from './rules/builder-rules.js';
import type { Rule } from './rules/rule.js';
import { shapeProblems } from './shape.js';

/**
 * The problems of a draft: first wrong shapes, then those that the rules find, in their order.
 *
 * By default it checks the rules that a builder may break. A program that only builds requests does not bundle the
 * others.
 */
export function draftProblems(draft: Draft, rules: readonly Rule[] = builderRules): readonly Problem[] {
  const misshapen = shapeProblems(draft.body);
  if (misshapen.length === 0) return brokenRules(draft, rules);
  // What a rule says about a value of a wrong shape, or the block around it, only repeats the shape problem, so it is
  // left out.
  const others = brokenRules(draft, rules, 'skip');
  const places = misshapen.map(({ path }) => path.split('.').map(snakeOf).join('.'));
  return [...misshapen, ...others.filter(({ path }) => !places.some((place) => isSamePlace(path, place)))];
}

/** Whether one path contains the other, or the list element of the other. */
function isSamePlace(path: string, misshapen: string): boolean {
  const isInside = path === misshapen || path.startsWith(`${misshapen}.`);
  return isInside || (path.includes('.') && misshapen.startsWith(`${path}.`));
}
