import type { Rule } from './rule.js';

/**
 * Examples of input go with tools that your program runs: not with the tools of the API, nor with toolsets.
 *
 * @source https://platform.claude.com/docs/en/agents-and-tools/tool-use/define-tools
 * @fix Leave `input_examples` out.
 */
export const inputExamples: Rule = {
  id: 'input-examples',
  check({ body }, refuse) {
    body.tools?.forEach((tool, index) => {
      if ('input_examples' in tool && tool.type && isForeign.test(tool.type)) {
        refuse(`tools.${index}.input_examples`, sentence(tool.type));
      }
    });
  },
};

const isForeign = /^(web_|code_execution|tool_search|advisor)|toolset/;

const sentence = <Type extends string>(type: Type) => `${type} takes no input_examples` as const;

/** Refuses examples on a literal tool that the API runs. */
export type InputExamples<Tool> = Tool extends {
  readonly input_examples: unknown;
  readonly type: infer Type extends Foreign;
}
  ? ReturnType<typeof sentence<Type>>
  : never;

type Foreign =
  | `${'web_' | 'code_execution' | 'tool_search' | 'advisor'}${string}`
  | `${string}toolset${string}`;
