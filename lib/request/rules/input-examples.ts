import { isOfType, typeOf } from '../../schema/type-of.js';
import type { RawSchema } from '../../schema/walk-schema.js';
import { listOf } from '../draft/parts.js';
import type { Refuse, Rule } from './rule.js';

/**
 * Input examples are only for tools that your program runs: not for server tools, nor for toolsets. They must fit the
 * schema: required properties are there, and have the right type.
 *
 * @source https://platform.claude.com/docs/en/agents-and-tools/tool-use/define-tools
 * @fix Leave `input_examples` out, or make them fit the schema.
 */
export const inputExamples: Rule = {
  id: 'input-examples',
  check({ body }, refuse) {
    body.tools?.forEach((tool, index) => {
      if (!('input_examples' in tool)) return;
      const path = `tools.${index}.input_examples`;
      if (tool.type && isForeign.test(tool.type)) refuse(path, sentence(tool.type));
      const schema: RawSchema = Object('input_schema' in tool && tool.input_schema);
      listOf(tool.input_examples).forEach((example, at) => {
        checkExample(Object(example), schema, (name, why) => refuse(`${path}.${at}.${name}`, why));
      });
    });
  },
};

const isForeign = /^(web_|code_execution|tool_search|advisor)|toolset/;

/** Checks the fields of an example one level deep. It only reads the `type` keyword of their schemas. */
function checkExample(
  fields: Readonly<Record<string, unknown>>,
  { properties, required }: RawSchema,
  refuse: Refuse,
): void {
  const needed = listOf(required).map(String);
  for (const name of new Set([...needed, ...Object.keys(fields)])) {
    const value = fields[name];
    const type: unknown = Object(Object(properties)[name]).type;
    if (value === undefined) {
      if (needed.includes(name)) refuse(name, missing(name));
    } else if (typeof type === 'string' && !isOfType(value, type)) {
      refuse(name, mismatched(name, typeOf(value), type));
    }
  }
}

const sentence = <Type extends string>(type: Type) =>
  `${type} takes no input_examples: leave them out` as const;
const missing = (name: string) => `an example of input lacks ${name}, which the schema requires`;
const mismatched = (name: string, kind: string, type: string) =>
  `${name} is ${kind} in an example of input, ${type} in the schema`;

/** Refuses examples on a literal server tool. */
export type InputExamples<Tool> = Tool extends {
  readonly input_examples: unknown;
  readonly type: infer Type extends Foreign;
}
  ? ReturnType<typeof sentence<Type>>
  : never;

type Foreign =
  | `${'web_' | 'code_execution' | 'tool_search' | 'advisor'}${string}`
  | `${string}toolset${string}`;
