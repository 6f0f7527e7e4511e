import { listOf } from '../draft/parts.js';
import type { Rule } from './rule.js';

/**
 * Examples of input go with tools that your program runs: not with the tools of the API, nor with toolsets. They are
 * what the tool takes: what its schema requires is there, and of the type that it says.
 *
 * @source https://platform.claude.com/docs/en/agents-and-tools/tool-use/define-tools
 * @fix Leave `input_examples` out, or write them as the schema says.
 */
export const inputExamples: Rule = {
  id: 'input-examples',
  check({ body }, refuse) {
    body.tools?.forEach((tool, index) => {
      if (!('input_examples' in tool)) return;
      const path = `tools.${index}.input_examples`;
      if (tool.type && isForeign.test(tool.type)) refuse(path, sentence(tool.type));
      const { properties, required } = Object('input_schema' in tool && tool.input_schema);
      listOf(tool.input_examples).forEach((example, at) => {
        const fields: Readonly<Record<string, unknown>> = Object(example);
        const needed = listOf(required).map(String);
        for (const name of new Set([...needed, ...Object.keys(fields)])) {
          const kind = kindOf(fields[name]);
          const type: unknown = properties?.[name]?.type;
          const fits =
            typeof type !== 'string' ||
            type === kind ||
            (type === 'integer' && Number.isInteger(fields[name]));
          if (kind === 'undefined' ? needed.includes(name) : !fits)
            refuse(`${path}.${at}.${name}`, mismatched(name, kind, `${type ?? 'required'}`));
        }
      });
    });
  },
};

const isForeign = /^(web_|code_execution|tool_search|advisor)|toolset/;

/** The type of a value in the words of JSON Schema. */
function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return value === null ? 'null' : typeof value;
}

const sentence = <Type extends string>(type: Type) => `${type} takes no input_examples` as const;
const mismatched = (name: string, kind: string, type: string) =>
  `${name} is ${kind} in an example of input, ${type} in the schema`;

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
