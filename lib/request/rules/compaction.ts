import type { ModelsWith } from '../../models/rule-of.js';
import type { IsAtMost } from '../../values/is-at-most.js';
import { listOf } from '../draft/parts.js';
import type { EveryModel } from '../every-model.js';
import type { Rule } from './rule.js';

/**
 * Compaction is for Claude 4.6 and later models, and its trigger is at least 50,000 input tokens. The signed summary of
 * a compaction request replaces the messages before it, so it must be first.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/compaction-threshold
 * @source https://platform.claude.com/docs/en/build-with-claude/compaction-on-demand
 * @fix Raise the trigger; put the summary in the place of the messages that it replaces.
 */
export const compaction: Rule = {
  id: 'compaction',
  check({ body, parts, spec }, refuse) {
    listOf(body.context_management?.edits).forEach((edit, index) => {
      if (edit?.type !== 'compact_20260112') return;
      const path = `context_management.edits.${index}`;
      const value = edit.trigger?.value ?? least;
      if (value < least) refuse(`${path}.trigger.value`, early(value));
      if (spec?.compaction === false) refuse(path, noCompaction(spec.id));
    });
    for (const { block, path } of parts) {
      const isSigned = block.type === 'compaction' && block.signature && !body.thread;
      if (isSigned && path !== 'messages.0.content.0') refuse(path, misplaced);
    }
  },
};

const least = 50_000;
const early = <N extends number>(n: N) =>
  `compaction starts at 50000 input tokens or more, not ${n}` as const;
/** Used for a compaction request, too. */
export const noCompaction = <Id extends string>(id: Id) => `${id} has no compaction: leave it out` as const;
const misplaced = 'a signed compaction block must come first in the messages, once: remove what it replaces';

/** Refuses literal edits that compact too early, or for a model without compaction. */
export type Compaction<M, Edits> = Edits extends readonly (infer Edit)[]
  ? Edit extends { readonly type: 'compact_20260112' }
    ? EveryModel<M, ReturnType<typeof noCompaction<ModelsWith<M, 'compaction', false>>>> | Early<Edit>
    : never
  : never;

type Early<Edit> = Edit extends { readonly trigger: { readonly value: infer N extends number } }
  ? number extends N
    ? never
    : IsAtMost<typeof least, N> extends false
      ? ReturnType<typeof early<N>>
      : never
  : never;
