import type { Field } from '../state.js';
import type { Rule } from './rule.js';

/**
 * The input of a tool is an object, so the root of its schema must have type `object`.
 *
 * @source https://platform.claude.com/docs/en/agents-and-tools/tool-use/define-tools
 * @fix Put the schema under a property: `{ type: 'object', properties: { value: … } }`.
 */
export const toolInputSchema: Rule = {
  id: 'tool-input-schema',
  check({ body }, refuse) {
    body.tools?.forEach((tool, index) => {
      if (tool.type && tool.type !== 'custom') return;
      const schema = 'input_schema' in tool ? tool.input_schema : undefined;
      if (schema?.type !== 'object') refuse(`tools.${index}.input_schema`, sentence);
    });
  },
};

const sentence = 'the input_schema of a tool must have type object at its root';

/**
 * Refuses a literal tool whose schema does not describe an object. A type that is only known at run time is checked
 * there.
 */
export type ToolInputSchemaRefusal<Tool> = Tool extends { readonly input_schema: { readonly type: 'object' } }
  ? never
  : Tool extends { readonly input_schema: infer Schema }
    ? string extends Field<Schema, 'type'>
      ? never
      : typeof sentence
    : never;
