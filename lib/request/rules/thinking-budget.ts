import type { ModelsWith } from '../../models/rule-of.js';
import type { IsAtMost } from '../../values/is-at-most.js';
import type { IsWhole } from '../../values/numbers.js';
import type { IsBelow1024 } from '../is-below-1024.js';
import type { Rule } from './rule.js';

const least = 1024;
const interleaved = 'interleaved-thinking-2025-05-14';

/**
 * A thinking budget is at least 1024 tokens and below `max_tokens`.
 *
 * With the beta `interleaved-thinking-2025-05-14` it may exceed `max_tokens` on models that support the beta: it then
 * covers all thinking of a turn. Claude Haiku 4.5, and the models with adaptive thinking, ignore the beta.
 * @source https://platform.claude.com/docs/en/build-with-claude/extended-thinking#budget-rules
 * @fix Raise `max_tokens`, or use a smaller budget of 1024 or more.
 */
export const thinkingBudget: Rule = {
  id: 'thinking-budget',
  check({ body, betas, spec }, refuse) {
    if (body.thinking?.type !== 'enabled') return;
    const { budget_tokens: budget } = body.thinking;
    const path = 'thinking.budget_tokens';
    if (budget === undefined) refuse(path, missing);
    else if (!Number.isInteger(budget)) refuse(path, fractional(budget));
    else if (budget < least) refuse(path, tooSmall(budget));
    else if (body.max_tokens !== undefined && budget >= body.max_tokens) {
      const isIgnored = spec?.interleavedThinking === false;
      if (isIgnored || !betas.includes(interleaved)) refuse(path, tooLarge(budget, body.max_tokens));
    }
  },
};

const missing = 'thinking enabled needs budget_tokens, at least 1024 and below max_tokens';
const tooLarge = <Budget extends number, Limit extends number>(budget: Budget, limit: Limit) =>
  `thinking budget ${budget} must be below max_tokens ${limit}` as const;
const tooSmall = <Budget extends number>(budget: Budget) =>
  `thinking budget ${budget} is below 1024, the least that the API takes` as const;
const fractional = <Budget extends number>(budget: Budget) =>
  `a thinking budget takes a whole number of tokens, not ${budget}` as const;

/** Whether the beta allows a budget above `max_tokens` for a model. */
export type HeedsInterleaved<M> = ModelsWith<M, 'interleavedThinking', false> extends never ? true : false;

/** Whether literal betas allow a budget above `max_tokens` for a model. */
export type BudgetMayExceed<M, Betas> = typeof interleaved extends Betas ? HeedsInterleaved<M> : false;

/** Refuses a missing budget, and a literal one that is too small, or not below a literal `max_tokens`. */
export type ThinkingBudget<Thinking, Limit, MayExceed> = Thinking extends {
  readonly type: 'enabled';
  readonly budget_tokens: infer Budget extends number;
}
  ? number extends Budget
    ? never
    : RefusedBudget<Budget, Limit, MayExceed>
  : Thinking extends { readonly type: 'enabled' }
    ? typeof missing
    : never;

/** Refuses a literal budget that is not below a literal `max_tokens`. */
export type BudgetNotBelow<Thinking, Limit> = Thinking extends { readonly budget_tokens: infer Budget }
  ? NotBelow<Budget, Limit>
  : never;

type RefusedBudget<Budget extends number, Limit, MayExceed> =
  IsWhole<Budget> extends true
    ? IsBelow1024<`${Budget}`> extends true
      ? ReturnType<typeof tooSmall<Budget>>
      : MayExceed extends true
        ? never
        : NotBelow<Budget, Limit>
    : ReturnType<typeof fractional<Budget>>;

type NotBelow<Budget, Limit> = Budget extends number
  ? Limit extends number
    ? IsAtMost<Limit, Budget> extends true
      ? ReturnType<typeof tooLarge<Budget, Limit>>
      : never
    : never
  : never;
