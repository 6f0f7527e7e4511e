import type { IdOf, Model } from '../../models/model.js';
import type { IsAtMost } from '../../values/is-at-most.js';
import { listOf } from '../draft/parts.js';
import type { EveryModel } from './every-model.js';
import type { Rule } from './rule.js';
import type { Trait } from './trait.js';

/**
 * Compaction is for models from Claude 4.6 on. It begins at 50,000 input tokens or later; asked for at once, with
 * `compaction`, it generates nothing but the summary, so nothing that shapes an answer goes with it.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/compaction-on-demand
 * @source https://platform.claude.com/docs/en/build-with-claude/compaction-threshold
 * @fix Raise the trigger; send the request for a summary without what it excludes.
 */
export const compaction: Rule = {
  id: 'compaction',
  check({ body, spec }, refuse) {
    listOf(body.context_management?.edits).forEach((edit, index) => {
      if (edit?.type !== 'compact_20260112') return;
      const path = `context_management.edits.${index}`;
      const value = edit.trigger?.value ?? least;
      if (value < least) refuse(`${path}.trigger.value`, early(value));
      if (spec?.compaction === false) refuse(path, unsupported(spec.id));
    });
    if (!body.compaction) return;
    if (spec?.compaction === false) refuse('compaction', unsupported(spec.id));
    const type = body.tool_choice?.type;
    if (body.context_management) refuse('context_management', exclusive('context_management'));
    if (body.stop_sequences?.length) refuse('stop_sequences', exclusive('stop_sequences'));
    if (body.output_config?.format) refuse('output_config.format', exclusive('an output format'));
    if (type === 'any' || type === 'tool') refuse('tool_choice.type', exclusive('a forced tool'));
  },
};

const least = 50_000;
const early = <N extends number>(n: N) =>
  `compaction starts at 50000 input tokens or more, not ${n}` as const;
const unsupported = <Id extends string>(id: Id) => `${id} has no compaction: leave it out` as const;
const exclusive = (what: string) => `a request for compaction does not go with ${what}`;

/** Refuses literal edits that compact too early, or a model that does not compact. */
export type Compaction<M, Edits> = Edits extends readonly (infer Edit)[]
  ? Edit extends { readonly type: 'compact_20260112' }
    ? EveryModel<M, Unsupported<M>> | Early<Edit>
    : never
  : never;

type Unsupported<M> = M extends Model
  ? Trait<M, 'compaction'> extends false
    ? ReturnType<typeof unsupported<IdOf<M>>>
    : never
  : never;

type Early<Edit> = Edit extends { readonly trigger: { readonly value: infer N extends number } }
  ? number extends N
    ? never
    : IsAtMost<typeof least, N> extends false
      ? ReturnType<typeof early<N>>
      : never
  : never;
