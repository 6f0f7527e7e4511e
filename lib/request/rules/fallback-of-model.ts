import type { ModelId } from '../../models/catalogue.js';
import { isModelId } from '../../models/lookup.js';
import type { IdOf, Model } from '../../models/model.js';
import type { RuleOf } from '../../models/rule-of.js';
import type { EveryModel } from '../every-model.js';
import type { FallbackToItself } from './fallbacks.js';
import type { Rule } from './rule.js';

/**
 * Each model has its own list of allowed fallbacks, and some have none.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/refusals-and-fallback
 * @fix Use models that the sentence names, or `'default'`.
 */
export const fallbackOfModel: Rule = {
  id: 'fallback-of-model',
  check({ body: { fallbacks: list, model }, spec }, refuse) {
    const allowed = spec?.fallbackModels;
    if (!Array.isArray(list) || !spec || !allowed) return;
    list.forEach((entry, index) => {
      const other = entry?.model;
      // A model that this release does not know may be on the list by now.
      if (!isModelId(`${other}`) || other === model || allowed.includes(other)) return;
      const sentence = allowed.length === 0 ? none(spec.id) : notListed(spec.id, other, allowed.join(' or '));
      refuse(`fallbacks.${index}.model`, sentence);
    });
  },
};

const none = <Id extends string>(id: Id) =>
  `${id} has no model to fall back to: use 'default', or leave fallbacks out` as const;
const notListed = <Id extends string, Other extends string, Names extends string>(
  id: Id,
  other: Other,
  names: Names,
) => `${id} does not fall back to ${other}: name ${names}` as const;

/** Refuses models that are not on a model's list. The model itself is reported by another rule. */
export type FallbackOfModel<M, Ids> = Ids extends ModelId ? EveryModel<M, Refused<M, Ids>> : never;

type Refused<M, Id extends ModelId> = M extends Model
  ? Id extends IdOf<M>
    ? FallbackToItself<IdOf<M>, Id>
    : RuleOf<M, 'fallbackModels'> extends infer Allowed extends readonly string[]
      ? Id extends Allowed[number]
        ? never
        : Allowed extends readonly []
          ? ReturnType<typeof none<IdOf<M>>>
          : ReturnType<typeof notListed<IdOf<M>, Id, Joined<Allowed>>>
      : never
  : never;

type Joined<Names extends readonly string[]> = Names extends readonly [
  infer First extends string,
  ...infer Rest extends readonly string[],
]
  ? Rest extends readonly []
    ? First
    : `${First} or ${Joined<Rest>}`
  : string;
