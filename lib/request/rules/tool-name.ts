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

/**
 * Refuses a literal tool name with a character of the keyboard that the API does not take; its length, and other
 * alphabets, are checked at run time. Looked up, not compared: the patterns would be made anew for each name.
 */
export type ToolName<Name extends string> = Name extends unknown
  ? IllegalNames[Name] extends true
    ? ReturnType<typeof sentence<Name>>
    : never
  : never;

interface IllegalNames extends Readonly<Record<'' | `${string}${Illegal}${string}`, true>> {
  readonly [legal: string]: unknown;
}

type Illegal =
  | (' ' | '\t' | '\n' | '!' | '"' | '#' | '$' | '%' | '&' | "'" | '(' | ')' | '*' | '+' | ',' | '.' | '/')
  | (':' | ';' | '<' | '=' | '>' | '?' | '@' | '[' | '\\' | ']' | '^' | '`' | '{' | '|' | '}' | '~');
