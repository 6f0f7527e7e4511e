/** How much work the model puts into an answer. */
export type Effort = 'low' | 'medium' | 'high' | 'xhigh' | 'max';

/** The answer is JSON of this shape. */
export interface JsonOutputFormat {
  readonly type: 'json_schema';
  readonly schema: { readonly [keyword: string]: unknown };
}

/** How many tokens a task of several turns may use. Beta `task-budgets-2026-03-13`. */
export interface TaskBudget {
  readonly type: 'tokens';
  readonly total: number;
  readonly remaining?: number | null | undefined;
}

/** How the answer is to be. */
export interface OutputConfig {
  readonly effort?: Effort | null | undefined;
  readonly format?: JsonOutputFormat | null | undefined;
  readonly task_budget?: TaskBudget | null | undefined;
}
