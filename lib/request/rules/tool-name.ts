import type { Rule } from './rule.js';

const pattern = /^[a-zA-Z0-9_-]{1,128}$/;

/**
 * The name of a tool has 1 to 128 letters, digits, underscores and hyphens. A text editor must have the name of its
 * version.
 *
 * @source https://platform.claude.com/docs/en/agents-and-tools/tool-use/define-tools
 * @fix Rename the tool: `get_weather`.
 */
export const toolName: Rule = {
  id: 'tool-name',
  check({ body }, refuse) {
    body.tools?.forEach((tool, index) => {
      if (!('name' in tool)) return;
      const path = `tools.${index}.name`;
      const fixed = tool.type && editors.get(tool.type);
      if (fixed && tool.name !== fixed) refuse(path, misnamed(`${tool.type}`, fixed));
      else if (!pattern.test(tool.name)) refuse(path, sentence(tool.name));
    });
  },
};

const editors = new Map([
  ['text_editor_20250728', 'str_replace_based_edit_tool'],
  ['text_editor_20250429', 'str_replace_based_edit_tool'],
]);

const misnamed = (type: string, name: string) => `${type} must be named ${name}`;
const sentence = <Name extends string>(name: Name) =>
  `a tool name has 1 to 128 letters, digits, _ and -, not ${name}` as const;

/**
 * Refuses a literal tool name with an illegal character of a US keyboard. Its length, and other characters, are checked
 * at run time. It is a lookup, since template patterns would be created again for each name.
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
