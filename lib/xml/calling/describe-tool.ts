import { isObject } from '../../base/is-object.js';
import { ValidationError } from '../../errors/validation-error.js';
import { propertiesOf, requiredOf } from '../../schema/read-schema.js';
import { checkName } from '../dialect/call-parameters-shape.js';
import type { ToolDescription } from '../dialect/tool-description.js';
import { describeType } from './describe-type.js';
import type { ToolLike } from './tool-like.js';

/**
 * Describes a tool for a prompt: its `name`, `description` and `input_schema` as XML. The description of an optional
 * parameter says that it is optional.
 *
 * @throws {XmlError} If the name of a parameter cannot be a tag.
 * @throws {ValidationError} If the tool has no `input_schema`.
 *
 * @example
 * ```ts
 * import { describeTool, ToolDescription } from 'clust/xml';
 *
 * const weather = {
 *   name: 'get_weather',
 *   input_schema: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
 *   call: () => 'sunny',
 * };
 *
 * const xml = ToolDescription.serialize(describeTool(weather));
 * ```
 */
export function describeTool({ name, description = '', input_schema }: ToolLike): ToolDescription {
  // The types do not stop JavaScript callers.
  if (!isObject(input_schema)) {
    const message = `the tool ${name} has no input_schema: write one, or make the tool with tool()`;
    throw new ValidationError([{ path: 'input_schema', rule: 'tool-input-schema', message }]);
  }
  const required = requiredOf(input_schema);
  const parameter = Array.from(propertiesOf(input_schema), ([key, schema]) => ({
    name: checkName(key, `${name}.${key}`),
    type: describeType(schema, input_schema),
    description: [required.has(key) ? '' : 'Optional.', descriptionOf(schema)].filter(Boolean).join(' '),
  }));
  return { tool_name: name, description, parameters: { parameter } };
}

function descriptionOf(schema: unknown): string {
  if (typeof schema !== 'object' || schema === null || !('description' in schema)) return '';
  return typeof schema.description === 'string' ? schema.description : '';
}
