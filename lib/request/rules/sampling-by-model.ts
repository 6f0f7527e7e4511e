import type { IdOf, Model } from '../../models/model.js';
import type { EveryModel } from './every-model.js';
import type { Rule } from './rule.js';
import type { Trait } from './trait.js';

/**
 * Models from Claude Opus 4.7 on reject `temperature`, `top_p` and `top_k`.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/thinking#sampling-parameters
 * @fix Remove the sampling parameters; steer with `effort()` and with the prompt.
 */
export const samplingByModel: Rule = {
  id: 'sampling-by-model',
  check({ body, spec }, refuse) {
    if (spec?.sampling !== 'rejected') return;
    for (const field of ['temperature', 'top_p', 'top_k'] as const) {
      if (body[field] !== undefined) refuse(field, sentence(spec.id));
    }
  },
};

const sentence = <Id extends string>(id: Id) => `${id} rejects temperature, top_p and top_k` as const;

/** Refuses any sampling parameter, `Sampling` being the union of their values, for a model that rejects them. */
export type SamplingByModel<M, Sampling> = [Sampling] extends [never] ? never : EveryModel<M, Refused<M>>;

type Refused<M> = M extends Model
  ? Trait<M, 'sampling'> extends 'rejected'
    ? ReturnType<typeof sentence<IdOf<M>>>
    : never
  : never;
