import { builderRules } from './builder-rules.js';
import { compactionRequest } from './compaction-request.js';
import { outputFormatTwice } from './output-format-twice.js';
import type { Rule } from './rule.js';
import { thread } from './thread.js';

/**
 * Every rule, in the order in which problems are reported. The rules of fields that the builder has no method for come
 * last.
 */
export const rules: readonly Rule[] = [...builderRules, compactionRequest, outputFormatTwice, thread];
