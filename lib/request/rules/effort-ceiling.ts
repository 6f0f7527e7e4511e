import type { ModelsWith } from '../../models/rule-of.js';
import type { EveryModel } from '../every-model.js';
import type { Rule } from './rule.js';

/**
 * Claude Opus 5 and Haiku 5.5 with thinking `disabled`, and Sonnet 5.5 with `between_tools`, accept no effort above
 * high.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/thinking#configuring-thinking
 * @fix Lower the effort to high, or let the model think.
 */
export const effortCeiling: Rule = {
  id: 'effort-ceiling',
  check({ body, spec }, refuse) {
    const effort = body.output_config?.effort;
    const type = body.thinking?.type;
    if (!spec || (effort !== 'xhigh' && effort !== 'max')) return;
    if (
      (type === 'disabled' && spec.effortWithDisabled !== null) ||
      (type === 'between_tools' && spec.effortWithBetweenTools !== null)
    ) {
      refuse('output_config.effort', sentence(type, spec.id));
    }
  },
};

const sentence = <Type extends string, Id extends string>(type: Type, id: Id) =>
  `with thinking ${type} ${id} takes no effort above high` as const;

/** Refuses an effort level that is too high for the model with this thinking. */
export type EffortCeiling<M, Level, Type> = Level extends 'xhigh' | 'max'
  ? EveryModel<M, RefusedCeiling<M, Type>>
  : never;

type RefusedCeiling<M, Type> = Type extends 'disabled'
  ? Capped<M, 'effortWithDisabled', Type>
  : Type extends 'between_tools'
    ? Capped<M, 'effortWithBetweenTools', Type>
    : never;

type Capped<
  M,
  Column extends 'effortWithDisabled' | 'effortWithBetweenTools',
  Type extends string,
> = ReturnType<typeof sentence<Type, ModelsWith<M, Column, 'high'>>>;
