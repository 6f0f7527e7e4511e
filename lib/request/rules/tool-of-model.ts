import type { IdOf, Model } from '../../models/model.js';
import type { RuleOf } from '../../models/rule-of.js';
import type { EveryModel } from '../every-model.js';
import type { Rule } from './rule.js';

/**
 * Older models do not support the newest versions of the server tools. They do support those of the web tools if only
 * the model may call them, with `allowed_callers: ['direct']`.
 *
 * @source https://platform.claude.com/docs/en/agents-and-tools/tool-use/web-search-tool
 * @source https://platform.claude.com/docs/en/agents-and-tools/tool-use/code-execution-tool#model-compatibility
 * @fix Use the previous version of the tool.
 */
export const toolOfModel: Rule = {
  id: 'tool-of-model',
  check({ body, spec }, refuse) {
    body.tools?.forEach((tool, index) => {
      if (!tool.type || !spec?.lacksTools.includes(tool.type)) return;
      if (!isDirect(tool)) refuse(`tools.${index}.type`, sentence(spec.id, tool.type));
    });
  },
};

function isDirect(tool: object): boolean {
  const callers: unknown = 'allowed_callers' in tool ? tool.allowed_callers : undefined;
  return Array.isArray(callers) && callers.length > 0 && callers.every((caller) => caller === 'direct');
}

const sentence = <Id extends string, Type extends string>(id: Id, type: Type) =>
  `${id} does not take ${type}: use an older version of the tool` as const;

/** Refuses a literal tool of a version that a model does not support. */
export type ToolOfModel<M, Tool> = Tool extends { readonly type: infer Type extends string }
  ? Tool extends { readonly allowed_callers: readonly ['direct'] }
    ? never
    : EveryModel<M, RefusedToolType<M, Type>>
  : never;

type RefusedToolType<M, Type extends string> = M extends Model
  ? RuleOf<M, 'lacksTools'> extends readonly (infer Lacked)[]
    ? Type extends Lacked
      ? ReturnType<typeof sentence<IdOf<M>, Type>>
      : never
    : never
  : never;
