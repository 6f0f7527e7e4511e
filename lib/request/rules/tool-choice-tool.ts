import type { ToolChoice } from '../../wire/tool-choice.js';
import type { Rule } from './rule.js';

/**
 * A tool choice needs tools. If it names a tool, the request must have that tool.
 *
 * @source https://platform.claude.com/docs/en/agents-and-tools/tool-use/define-tools#forcing-tool-use
 * @fix Add the tool with `tools()`, or name one that is there: the editor suggests them.
 */
export const toolChoiceTool: Rule = {
  id: 'tool-choice-tool',
  check({ body, isContinued }, refuse) {
    const choice = body.tool_choice;
    if (!choice || isContinued) return;
    if (!body.tools?.length) {
      if (choice.type !== 'none') refuse('tool_choice', missing);
    } else if (choice.type === 'tool') {
      const { name } = choice;
      if (name === undefined) refuse('tool_choice.name', nameless);
      else if (!body.tools.some((tool) => 'name' in tool && tool.name === name))
        refuse('tool_choice.name', sentence(name));
    }
  },
};

const nameless = "a tool choice of type tool needs the name of one: { type: 'tool', name }";
const missing = 'a tool choice needs tools: add them with tools()';
const sentence = <Name extends string>(name: Name) =>
  `tool_choice names ${name}, which is not among the tools` as const;

/** Refuses the choice of a tool that is not among the tools, if there are any. */
export type ToolChoiceToolRefusal<Choice, Tools> = Choice extends { readonly type: 'tool' }
  ? Choice extends { readonly name: infer Name extends string }
    ? ChosenTool<Name, Tools>
    : typeof nameless
  : never;

/** Refuses a literal name that is not among the tools, if there are any. */
export type ChosenTool<Name, Tools> = string extends Name
  ? never
  : [Tools] extends [never]
    ? never
    : Name extends keyof Tools
      ? never
      : ReturnType<typeof sentence<Name & string>>;

/** Refuses, when the request is built, a tool choice type that needs a tool, if there is none. */
export type ToolChoiceNeedsTools<Type, Tools> = [Tools] extends [never]
  ? Type extends Exclude<ToolChoice['type'], 'none'>
    ? typeof missing
    : never
  : never;
