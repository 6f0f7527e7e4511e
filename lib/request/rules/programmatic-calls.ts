import { isObject } from '../../base/is-object.js';
import type { ModelsWith } from '../../models/rule-of.js';
import { recursiveReferences } from '../../schema/references.js';
import type { EveryModel } from '../every-model.js';
import type { Rule } from './rule.js';

/**
 * A tool that code in the container may call must not be strict, and its schema must not be recursive. It needs
 * parallel calls, and a model that supports such calls. A tool choice must name a tool that the model itself may call.
 *
 * @source https://platform.claude.com/docs/en/agents-and-tools/tool-use/programmatic-tool-calling#constraints-and-limitations
 * @fix Leave `strict` or `disable_parallel_tool_use` out, or let only the model call the tool: `allowed_callers:
 * ['direct']`.
 */
export const programmaticCalls: Rule = {
  id: 'programmatic-calls',
  check({ body: { tools, tool_choice: choice }, spec }, refuse) {
    let isSingle =
      choice != null && 'disable_parallel_tool_use' in choice && choice.disable_parallel_tool_use === true;
    tools?.forEach((tool, index) => {
      const callers =
        'allowed_callers' in tool && Array.isArray(tool.allowed_callers) ? tool.allowed_callers : [];
      if (!callers.some((caller) => `${caller}`.startsWith('code_execution'))) return;
      const path = `tools.${index}`;
      if (tool.type && tool.type !== 'custom') return;
      if (spec?.programmaticToolCalls === false) refuse(`${path}.allowed_callers`, unsupported(spec.id));
      if ('strict' in tool && tool.strict === true) refuse(`${path}.strict`, strict);
      if (
        'input_schema' in tool &&
        isObject(tool.input_schema) &&
        recursiveReferences(tool.input_schema).size > 0
      )
        refuse(`${path}.input_schema`, circular);
      if (isSingle) refuse('tool_choice.disable_parallel_tool_use', single);
      isSingle = false;
      if (
        choice?.type === 'tool' &&
        'name' in tool &&
        choice.name === tool.name &&
        !callers.includes('direct')
      )
        refuse('tool_choice.name', indirect(tool.name));
    });
  },
};

const unsupported = <Id extends string>(id: Id) =>
  `${id} lets no code call tools: leave allowed_callers out` as const;
const strict = 'a tool that code may call cannot be strict: leave strict or allowed_callers out';
const circular = 'a tool that code may call takes no recursive schema';
const single = 'disable_parallel_tool_use does not go with tools that code may call: leave it out';
const indirect = (name: string) =>
  `tool_choice names ${name}, which only code may call: add 'direct' to its allowed_callers`;

/** Refuses a literal tool that code may call, for a model that does not support such calls. */
export type ProgrammaticCalls<M, Tool> = Tool extends CalledByCode
  ? EveryModel<M, ReturnType<typeof unsupported<ModelsWith<M, 'programmaticToolCalls', false>>>>
  : never;

/** Refuses a literal tool that code may call and that is strict. */
export type ProgrammaticStrict<Tool> = Tool extends CalledByCode & { readonly strict: true }
  ? typeof strict
  : never;

interface CalledByCode {
  readonly input_schema: unknown;
  readonly allowed_callers:
    | readonly [`code_execution${string}`, ...unknown[]]
    | readonly ['direct', `code_execution${string}`, ...unknown[]];
}
