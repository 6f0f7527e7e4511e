import type { Rule } from './rule.js';

const pattern = /^[a-zA-Z0-9_-]{1,128}$/;

/**
 * A tool's name has 1 to 128 letters, digits, underscores and hyphens.
 *
 * @source https://platform.claude.com/docs/en/agents-and-tools/tool-use/define-tools
 * @fix Rename the tool: `get_weather`.
 */
export const toolName: Rule = {
  id: 'tool-name',
  check({ body }, refuse) {
    body.tools?.forEach((tool, index) => {
      if ('name' in tool && !pattern.test(tool.name)) refuse(`tools.${index}.name`, sentence(tool.name));
    });
  },
};

const sentence = <Name extends string>(name: Name) =>
  `a tool name has 1 to 128 letters, digits, _ and -, not ${name}` as const;

/** Refuses a literal tool name with a character that the API does not take; its length is checked at run time. */
export type ToolName<Name extends string> = string extends Name
  ? never
  : Name extends ''
    ? ReturnType<typeof sentence<''>>
    : IsWord<Name> extends true
      ? never
      : ReturnType<typeof sentence<Name>>;

type Letter = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-';

type IsWord<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? Letter extends `${string}${First}${string}`
    ? IsWord<Rest>
    : false
  : true;
