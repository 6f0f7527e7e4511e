import { type Problem, ValidationError } from '../errors/validation-error.js';
import type { MessagesRequestBody } from '../wire/messages-request-body.js';
import { checkedOf } from './draft/checked.js';
import type { Draft } from './draft/draft.js';
import { type RequestMeta, withMeta } from './request-meta.js';
import { builderRules } from './rules/builder-rules.js';
import type { Rule } from './rules/rule.js';
import { shapeProblems } from './shape.js';

/**
 * What a draft breaks, in the order of the rules; only what is misshapen where a rule could not read on.
 *
 * A program that builds its requests loads no rule that it cannot break.
 */
export function problemsOf(draft: Draft, rules: readonly Rule[] = builderRules): readonly Problem[] {
  const misshapen = shapeProblems(draft.body);
  if (misshapen.length > 0) return misshapen;
  const checked = checkedOf(draft);
  const problems: Problem[] = [];
  for (const { id: rule, check } of rules) {
    check(checked, (path, message) => problems.push({ path, rule, message }));
  }
  return problems;
}

/**
 * The body of a draft that breaks no rule, with what goes along and the fields that no rule looks at.
 *
 * @throws ValidationError with every problem.
 */
export function sealRequest(
  draft: Draft,
  meta: RequestMeta,
  extra: object = {},
  problems: readonly Problem[] = problemsOf(draft),
): MessagesRequestBody {
  if (problems.length > 0) throw new ValidationError(problems);
  // The model may go by another name, so what it needs is known here and not where the body is sent.
  const fast = draft.body.speed === 'fast' && draft.spec?.fast === 'beta' ? ['fast-mode-2026-02-01'] : [];
  // No rule is broken, so no required field is missing.
  const body = { ...draft.body, ...extra } as MessagesRequestBody;
  return withMeta(body, { ...meta, betas: [...fast, ...meta.betas] });
}
