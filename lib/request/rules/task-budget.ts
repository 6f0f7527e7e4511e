import type { Rule } from './rule.js';

/**
 * A task budget is 20,000 tokens or more, for models that support it.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/task-budgets
 * @fix Raise the budget, or leave it out.
 * @runtime No method of the builder sets it; an object that a builder starts from may.
 */
export const taskBudget: Rule = {
  id: 'task-budget',
  check({ body, spec }, refuse) {
    const budget = body.output_config?.task_budget;
    if (!budget) return;
    if (budget.total < 20_000) refuse('output_config.task_budget.total', small(budget.total));
    if (spec?.taskBudget === false) refuse('output_config.task_budget', unsupported(spec.id));
  },
};

const small = (total: number) => `a task budget is at least 20000 tokens, not ${total}`;
const unsupported = (id: string) => `${id} takes no task budget: leave it out`;
