import type { ModelsWith } from '../../models/rule-of.js';
import type { EveryModel } from '../every-model.js';
import type { Rule } from './rule.js';

/**
 * Only some models have a fast speed.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/fast-mode
 * @fix Leave `speed` out, or choose a model that has it.
 */
export const speedOfModel: Rule = {
  id: 'speed-of-model',
  check({ body, spec }, refuse) {
    if (body.speed === 'fast' && spec?.fast === false) refuse('speed', sentence(spec.id));
  },
};

const sentence = <Id extends string>(id: Id) => `${id} has no fast speed: leave speed out` as const;

/** Refuses `speed: 'fast'` for a model that does not support it. */
export type SpeedOfModel<M, Speed> = Speed extends 'fast'
  ? EveryModel<M, ReturnType<typeof sentence<ModelsWith<M, 'fast', false>>>>
  : never;
