import type { ModelsWith } from '../../models/rule-of.js';
import type { EveryModel } from '../every-model.js';
import type { Rule } from './rule.js';

/**
 * Claude Opus 4.1 and the 4.5 and 4.6 families accept `temperature` or `top_p`, not both.
 *
 * @source https://platform.claude.com/docs/en/release-notes/overview
 * @fix Keep one of the two.
 */
export const samplingOneOf: Rule = {
  id: 'sampling-one-of',
  check({ body, spec }, refuse) {
    if (spec?.sampling === 'one-of' && body.temperature !== undefined && body.top_p !== undefined) {
      refuse('top_p', sentence(spec.id));
    }
  },
};

const sentence = <Id extends string>(id: Id) => `${id} takes temperature or top_p, not both` as const;

/** Refuses `temperature` with `top_p` for a model that accepts only one of them. */
export type SamplingOneOf<M, Temperature, TopP> = [Temperature] extends [never]
  ? never
  : [TopP] extends [never]
    ? never
    : EveryModel<M, ReturnType<typeof sentence<ModelsWith<M, 'sampling', 'one-of'>>>>;
