import { type Problem, ValidationError } from '../errors/validation-error.js';
import type { MessagesRequestBody } from '../wire/messages-request-body.js';
import { cacheBreakpointsOf } from './draft/cache-breakpoints.js';
import type { Draft } from './draft/draft.js';
import { partsOf } from './draft/parts.js';
import { type RequestMeta, withMeta } from './request-meta.js';
import { rules } from './rules/all.js';
import { shapeProblems } from './shape.js';

/** Every rule that a draft breaks, in the order of the rules; only what is misshapen where a rule could not read on. */
export function problemsOf(draft: Draft): readonly Problem[] {
  const misshapen = shapeProblems(draft.body);
  if (misshapen.length > 0) return misshapen;
  const parts = partsOf(draft.body);
  const checked = { ...draft, parts, breakpoints: cacheBreakpointsOf(draft.body, parts) };
  const problems: Problem[] = [];
  for (const { id, check } of rules) {
    check(checked, (path, message) => problems.push({ path, rule: id, message }));
  }
  return problems;
}

/**
 * The body of a draft that breaks no rule, with what goes along and the fields that no rule looks at.
 *
 * @throws ValidationError with every problem.
 */
export function sealRequest(draft: Draft, meta: RequestMeta, extra: object = {}): MessagesRequestBody {
  const problems = problemsOf(draft);
  if (problems.length > 0) throw new ValidationError(problems);
  // The model may go by another name, so what it needs is known here and not where the body is sent.
  const fast = draft.body.speed === 'fast' && draft.spec?.fast === 'beta' ? ['fast-mode-2026-02-01'] : [];
  // No rule is broken, so no required field is missing.
  const body = { ...draft.body, ...extra } as MessagesRequestBody;
  return withMeta(body, { ...meta, betas: [...fast, ...meta.betas] });
}
