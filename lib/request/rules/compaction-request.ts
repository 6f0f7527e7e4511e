import { noCompaction } from './compaction.js';
import type { Rule } from './rule.js';

/**
 * A request with `compaction` generates only a summary, so fields that shape an answer are not allowed. It is for
 * Claude 4.6 and later models.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/compaction-on-demand
 * @fix Send the request for a summary without the excluded fields.
 * @runtime The builder has no method for it.
 */
export const compactionRequest: Rule = {
  id: 'compaction-request',
  check({ body, format, isForced, spec }, refuse) {
    if (!body.compaction) return;
    if (spec?.compaction === false) refuse('compaction', noCompaction(spec.id));
    if (body.context_management) refuse('context_management', sentence('context_management'));
    if (body.stop_sequences?.length) refuse('stop_sequences', sentence('stop_sequences'));
    if (format) refuse('output_config.format', sentence('an output format'));
    if (isForced) refuse('tool_choice.type', sentence('a forced tool'));
  },
};

const sentence = (what: string) => `a request with compaction must not have ${what}`;
