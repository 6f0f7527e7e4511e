import type { RawSchema } from '../../schema/walk-schema.js';
import type { DraftBody } from './draft.js';

/** The schemas that the API enforces, with their paths: of strict tools and of the output format. */
export function constrainedSchemas(body: DraftBody): readonly (readonly [RawSchema, string])[] {
  const found: [RawSchema, string][] = [];
  body.tools?.forEach((tool, index) => {
    if ('strict' in tool && tool.strict === true && 'input_schema' in tool)
      found.push([tool.input_schema, `tools.${index}.input_schema`]);
  });
  if (body.output_config?.format)
    found.push([body.output_config.format.schema, 'output_config.format.schema']);
  if (body.output_format) found.push([body.output_format.schema, 'output_format.schema']);
  return found;
}
