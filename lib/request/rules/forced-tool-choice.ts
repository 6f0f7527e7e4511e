import type { ModelsWith } from '../../models/rule-of.js';
import type { EveryModel } from '../every-model.js';
import type { Rule } from './rule.js';

/**
 * Some models cannot be forced to use a tool: for `tool_choice` of type `any` or `tool` the API answers 400.
 *
 * @source https://platform.claude.com/docs/en/api/errors#forced-tool-use-not-supported
 * @fix Use tool choice `auto`, and say in the prompt which tool to use.
 */
export const forcedToolChoice: Rule = {
  id: 'forced-tool-choice',
  check({ isForced, spec }, refuse) {
    if (isForced && spec?.forcedToolChoice === false) refuse('tool_choice.type', sentence(spec.id));
  },
};

const sentence = <Id extends string>(id: Id) =>
  `${id} cannot be forced to use a tool: use tool choice auto` as const;

/** Refuses a type of tool choice that forces a tool on a model that cannot be forced. */
export type ForcedToolChoice<M, Type> = Type extends 'any' | 'tool'
  ? EveryModel<M, ReturnType<typeof sentence<ModelsWith<M, 'forcedToolChoice', false>>>>
  : never;
