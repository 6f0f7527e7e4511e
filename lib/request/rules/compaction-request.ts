import { noCompaction } from './compaction.js';
import type { Rule } from './rule.js';

/**
 * A request with `compaction` generates nothing but a summary, so nothing that shapes an answer goes with it. It is for
 * models from Claude 4.6 on.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/compaction-on-demand
 * @fix Send the request for a summary without what it excludes.
 * @runtime No step of the builder sets it.
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

const sentence = (what: string) => `a request for compaction does not go with ${what}`;
