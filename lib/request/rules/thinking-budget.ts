import type { IsAtMost } from '../../values/is-at-most.js';
import type { Rule } from './rule.js';

const least = 1024;
const interleaved = 'interleaved-thinking-2025-05-14';

/**
 * A thinking budget is at least 1024 tokens and below `max_tokens`.
 *
 * With the beta `interleaved-thinking-2025-05-14` it may pass `max_tokens`: it then spans all thinking of a turn.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/extended-thinking#budget-rules
 * @fix Raise `max_tokens`, or give a smaller budget of 1024 or more.
 */
export const thinkingBudget: Rule = {
  id: 'thinking-budget',
  check({ body, betas }, refuse) {
    if (body.thinking?.type !== 'enabled') return;
    const { budget_tokens: budget } = body.thinking;
    const path = 'thinking.budget_tokens';
    if (!Number.isInteger(budget)) refuse(path, fractional(budget));
    else if (budget < least) refuse(path, tooSmall(budget));
    else if (body.max_tokens !== undefined && budget >= body.max_tokens && !betas.includes(interleaved)) {
      refuse(path, tooLarge(budget, body.max_tokens));
    }
  },
};

const tooLarge = <Budget extends number, Limit extends number>(budget: Budget, limit: Limit) =>
  `thinking budget ${budget} must be below max_tokens ${limit}` as const;
const tooSmall = <Budget extends number>(budget: Budget) =>
  `thinking budget ${budget} is below 1024, the least that the API takes` as const;
const fractional = <Budget extends number>(budget: Budget) =>
  `a thinking budget takes a whole number of tokens, not ${budget}` as const;

/** Refuses a state whose literal budget is too small, or not below its literal `max_tokens`. */
export type ThinkingBudget<State> = State extends {
  readonly thinking: { readonly type: 'enabled'; readonly budget_tokens: infer Budget extends number };
}
  ? number extends Budget
    ? never
    : `${Budget}` extends `${string}.${string}` | `${string}e${string}`
      ? ReturnType<typeof fractional<Budget>>
      : IsAtMost<1024, Budget> extends true
        ? BelowMaxTokens<State, Budget>
        : ReturnType<typeof tooSmall<Budget>>
  : never;

type BelowMaxTokens<State, Budget extends number> = State extends {
  readonly maxTokens: infer Limit extends number;
}
  ? number extends Limit
    ? never
    : State extends { readonly betas: infer Beta }
      ? typeof interleaved extends Beta
        ? never
        : Below<Budget, Limit>
      : Below<Budget, Limit>
  : never;

type Below<Budget extends number, Limit extends number> =
  IsAtMost<Limit, Budget> extends true ? ReturnType<typeof tooLarge<Budget, Limit>> : never;
