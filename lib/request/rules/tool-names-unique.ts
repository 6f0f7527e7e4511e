import type { Rule } from './rule.js';

/**
 * No two tools of a request have the same name.
 *
 * @source https://platform.claude.com/docs/en/agents-and-tools/tool-use/define-tools
 * @fix Rename one of them, or remove it.
 */
export const toolNamesUnique: Rule = {
  id: 'tool-names-unique',
  check({ body }, refuse) {
    const seen = new Set<string>();
    body.tools?.forEach((tool, index) => {
      if (!('name' in tool)) return;
      if (seen.has(tool.name)) refuse(`tools.${index}.name`, sentence(tool.name));
      seen.add(tool.name);
    });
  },
};

const sentence = <Name extends string>(name: Name) =>
  `tool names must be unique: ${name} is given twice` as const;

/** Refuses a literal name that an earlier tool has. */
export type ToolNameUnique<Name extends string, Seen> = string extends Name
  ? never
  : Name extends Seen
    ? ReturnType<typeof sentence<Name>>
    : never;
