import type { ModelsWith } from '../../models/rule-of.js';
import type { Temperature } from '../../values/temperature.js';
import type { TopP } from '../../values/top-p.js';
import type { EveryModel } from '../every-model.js';
import type { Rule } from './rule.js';

/**
 * Claude Opus 4.7 and later models reject `temperature`, `top_p` and `top_k`. API version 2023-06-01 accepts a single
 * default: `temperature: 1`, or `top_p: 0.99`.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/thinking#sampling-parameters
 * @fix Remove the sampling parameters; use `effort()` and the prompt instead.
 */
export const samplingByModel: Rule = {
  id: 'sampling-by-model',
  check({ body, spec }, refuse) {
    if (spec?.sampling !== 'rejected') return;
    const { temperature, top_p, top_k } = body;
    const isTaken = temperature === 1 || temperature === undefined;
    if (!isTaken) refuse('temperature', sentence(spec.id));
    if (top_p !== undefined && (top_p !== 0.99 || temperature !== undefined))
      refuse('top_p', sentence(spec.id));
    if (top_k !== undefined) refuse('top_k', sentence(spec.id));
  },
};

const sentence = <Id extends string>(id: Id) => `${id} rejects temperature, top_p and top_k` as const;

/** Refuses sampling parameters that a model rejects: all except one default. A parameter that is not set is `never`. */
export type SamplingByModel<M, T, P, K> = [T | P | K] extends [never]
  ? never
  : IsOneDefault<T, P, K> extends true
    ? never
    : EveryModel<M, ReturnType<typeof sentence<ModelsWith<M, 'sampling', 'rejected'>>>>;

type IsOneDefault<T, P, K> = [K] extends [never]
  ? [P] extends [never]
    ? MayBe<T, 1 | Temperature>
    : [T] extends [never]
      ? MayBe<P, 0.99 | TopP>
      : false
  : false;

/** A number that is only known at run time may be the default, so the run time checks it. */
type MayBe<N, Default> = number extends N ? true : [N] extends [Default] ? true : false;
