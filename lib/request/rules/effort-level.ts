import type { IdOf, Model } from '../../models/model.js';
import type { OptionsOf } from '../../models/rule-of.js';
import type { EveryModel } from '../every-model.js';
import type { Rule } from './rule.js';

/**
 * Each model accepts its own effort levels, and older models have no such setting.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/effort
 * @fix Use a level that the editor suggests for the model.
 */
export const effortLevel: Rule = {
  id: 'effort-level',
  check({ body, spec }, refuse) {
    const effort = body.output_config?.effort;
    if (effort == null || !spec || spec.effort.includes(effort)) return;
    refuse('output_config.effort', spec.effort.length === 0 ? missing(spec.id) : sentence(spec.id, effort));
  },
};

const sentence = <Id extends string, Level extends string>(id: Id, level: Level) =>
  `${id} does not take effort ${level}` as const;
const missing = <Id extends string>(id: Id) => `${id} has no effort setting: leave effort out` as const;

/** Refuses an effort level that the model does not accept. */
export type EffortLevelOfModel<M, Level> = [Level] extends [never]
  ? never
  : EveryModel<M, RefusedLevel<M, Level>>;

type RefusedLevel<M, Level> = M extends Model
  ? Level extends OptionsOf<M, 'effort'>
    ? never
    : [OptionsOf<M, 'effort'>] extends [never]
      ? ReturnType<typeof missing<IdOf<M>>>
      : ReturnType<typeof sentence<IdOf<M>, Level & string>>
  : never;
