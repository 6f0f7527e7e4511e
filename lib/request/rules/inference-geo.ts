import type { ModelsWith } from '../../models/rule-of.js';
import type { EveryModel } from '../every-model.js';
import type { Rule } from './rule.js';

/**
 * Models before Claude 4.6 do not support `inference_geo`.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/data-residency
 * @fix Leave it out, or choose a newer model.
 */
export const inferenceGeo: Rule = {
  id: 'inference-geo',
  check({ body, spec }, refuse) {
    if (body.inference_geo != null && spec?.inferenceGeo === false)
      refuse('inference_geo', sentence(spec.id));
  },
};

const sentence = <Id extends string>(id: Id) => `${id} takes no inference_geo: leave it out` as const;

/** Refuses `inference_geo` for a model that does not support it; `Geo` is `never` if it is not set. */
export type InferenceGeo<M, Geo> = [Geo] extends [never]
  ? never
  : EveryModel<M, ReturnType<typeof sentence<ModelsWith<M, 'inferenceGeo', false>>>>;
