import type { IdOf, Model } from '../../models/model.js';
import type { OptionsOf } from '../../models/rule-of.js';
import type { EveryModel } from '../every-model.js';
import type { Rule } from './rule.js';

/**
 * Each model accepts its own thinking types, and some models do not think.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/thinking#configuring-thinking
 * @fix Use a type that the editor suggests for the model, or leave `thinking` out for the model's default.
 */
export const thinkingType: Rule = {
  id: 'thinking-type',
  check({ body, spec }, refuse) {
    const type = body.thinking?.type;
    if (type === undefined || !spec || spec.thinking.includes(type)) return;
    refuse('thinking.type', spec.thinking.length === 0 ? withoutThinking(spec.id) : sentence(spec.id, type));
  },
};

const sentence = <Id extends string, Type extends string>(id: Id, type: Type) =>
  `${id} does not take thinking of type ${type}` as const;
const withoutThinking = <Id extends string>(id: Id) => `${id} does not think: leave thinking out` as const;

/** Refuses a thinking type that the model does not accept. */
export type ThinkingTypeOfModel<M, Type> = [Type] extends [never]
  ? never
  : EveryModel<M, RefusedType<M, Type>>;

type RefusedType<M, Type> = M extends Model
  ? Type extends OptionsOf<M, 'thinking'>
    ? never
    : [OptionsOf<M, 'thinking'>] extends [never]
      ? ReturnType<typeof withoutThinking<IdOf<M>>>
      : ReturnType<typeof sentence<IdOf<M>, Type & string>>
  : never;
