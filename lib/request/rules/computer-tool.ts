import type { ModelsWith } from '../../models/rule-of.js';
import type { EveryModel } from '../every-model.js';
import type { Rule } from './rule.js';

/**
 * Claude 5.5 and later models use a computer through `computer_toolset_20260801`, not through the earlier tools.
 *
 * @source https://platform.claude.com/docs/en/agents-and-tools/tool-use/computer-use-tool
 * @fix Use `{ type: 'computer_toolset_20260801' }` in the tools.
 */
export const computerTool: Rule = {
  id: 'computer-tool',
  check({ body, spec }, refuse) {
    if (spec?.computerUse !== 'toolset') return;
    // The type of the tool continues with a year, that of the toolset with a word.
    body.tools?.forEach(({ type }, index) => {
      if (type?.startsWith('computer_2')) refuse(`tools.${index}.type`, sentence(spec.id, type));
    });
  },
};

const sentence = <Id extends string, Type extends string>(id: Id, type: Type) =>
  `${id} takes no ${type}: use computer_toolset_20260801` as const;

/** Refuses a computer tool, given by its literal type, for a model that only supports the toolset. */
export type ComputerToolRefusal<M, Type> = Type extends `computer_2${string}`
  ? EveryModel<M, ReturnType<typeof sentence<ModelsWith<M, 'computerUse', 'toolset'>, Type>>>
  : never;
