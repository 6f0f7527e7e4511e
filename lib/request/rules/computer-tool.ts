import type { ModelsWith } from '../../models/rule-of.js';
import type { EveryModel } from '../every-model.js';
import type { Rule } from './rule.js';

/**
 * Models from Claude 5.5 on use a computer through `computer_toolset_20260801`, not through the tools before it.
 *
 * @source https://platform.claude.com/docs/en/agents-and-tools/tool-use/computer-use-tool
 * @fix Give `{ type: 'computer_toolset_20260801' }` among the tools.
 */
export const computerTool: Rule = {
  id: 'computer-tool',
  check({ body, spec }, refuse) {
    if (spec?.computerUse !== 'toolset') return;
    // A version of the tool begins with its year, the toolset with its name.
    body.tools?.forEach(({ type }, index) => {
      if (type?.startsWith('computer_2')) refuse(`tools.${index}.type`, sentence(spec.id, type));
    });
  },
};

const sentence = <Id extends string, Type extends string>(id: Id, type: Type) =>
  `${id} takes no ${type}: use computer_toolset_20260801` as const;

/** Refuses a computer tool, given by its literal type, for a model that takes the toolset only. */
export type ComputerToolRefusal<M, Type> = Type extends `computer_2${string}`
  ? EveryModel<M, ReturnType<typeof sentence<ModelsWith<M, 'computerUse', 'toolset'>, Type>>>
  : never;
