import type { IdOf, Model } from '../../models/model.js';
import type { EveryModel } from './every-model.js';
import type { Rule } from './rule.js';
import type { Trait } from './trait.js';

/**
 * Claude Opus 4.1 and the 4.5 and 4.6 families take `temperature` or `top_p`, not both.
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

/** Refuses a state with `temperature` and `top_p` for a model that takes one of them. */
export type SamplingOneOf<State> = State extends {
  readonly model: infer M extends Model;
  readonly temperature: unknown;
  readonly topP: unknown;
}
  ? EveryModel<M, Refused<M>>
  : never;

type Refused<M extends Model> = M extends Model
  ? Trait<M, 'sampling'> extends 'one-of'
    ? ReturnType<typeof sentence<IdOf<M>>>
    : never
  : never;
