import { builderRules } from './builder-rules.js';
import { compactionRequest } from './compaction-request.js';
import { outputFormatTwice } from './output-format-twice.js';
import type { Rule } from './rule.js';
import { taskBudget } from './task-budget.js';
import { thread } from './thread.js';

/** Every rule, in the order in which problems are reported: last those of fields that no step of the builder sets. */
export const rules: readonly Rule[] = [
  ...builderRules,
  compactionRequest,
  outputFormatTwice,
  taskBudget,
  thread,
];
