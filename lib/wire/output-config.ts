/** The effort of the model. */
export type Effort = 'low' | 'medium' | 'high' | 'xhigh' | 'max';

/** Makes the answer JSON that follows this schema. */
export interface JsonOutputFormat {
  readonly type: 'json_schema';
  readonly schema: { readonly [keyword: string]: unknown };
}

/** The token budget of a task of several turns. Beta `task-budgets-2026-03-13`. */
export interface TaskBudget {
  readonly type: 'tokens';
  readonly total: number;
  readonly remaining?: number | null | undefined;
}

/** The effort, the format and the budget of the answer. */
export interface OutputConfig {
  readonly effort?: Effort | null | undefined;
  readonly format?: JsonOutputFormat | null | undefined;
  readonly task_budget?: TaskBudget | null | undefined;
}
