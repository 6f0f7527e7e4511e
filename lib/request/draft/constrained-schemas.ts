import type { DraftBody } from './draft.js';

/** A JSON Schema, its keywords named as the rules read them; what a stranger wrote may hold anything there. */
export interface LooseSchema {
  readonly [keyword: string]: unknown;
}

/** Looks at a schema, or at a schema inside one, and where it stands. */
export type Visit = (schema: LooseSchema, path: string) => void;

/** Keywords whose value is a schema or a list of schemas, and those whose value is schemas by name. */
const ofSchemas = [
  'items',
  'prefixItems',
  'additionalItems',
  'anyOf',
  'allOf',
  'oneOf',
  'not',
  'additionalProperties',
];
const ofNamed = ['properties', 'patternProperties', '$defs', 'definitions'];

/** The schemas that the API holds the model to, and where: of strict tools and of the output format. */
export function constrainedSchemas(body: DraftBody): readonly (readonly [LooseSchema, string])[] {
  const found: [LooseSchema, string][] = [];
  body.tools?.forEach((tool, index) => {
    if ('strict' in tool && tool.strict === true && 'input_schema' in tool)
      found.push([tool.input_schema, `tools.${index}.input_schema`]);
  });
  if (body.output_config?.format)
    found.push([body.output_config.format.schema, 'output_config.format.schema']);
  if (body.output_format) found.push([body.output_format.schema, 'output_format.schema']);
  return found;
}

/** Visits a schema and all schemas in it. What is no object is visited too: it may be a mistake. */
export function visitSchema(schema: LooseSchema, path: string, visit: Visit): void {
  visit(schema, path);
  for (const keyword of [...ofSchemas, ...ofNamed]) {
    const value = schema?.[keyword];
    if (typeof value !== 'object' || value === null) continue;
    const at = `${path}.${keyword}`;
    const isOne = !Array.isArray(value) && !ofNamed.includes(keyword);
    if (isOne) visitSchema(value as LooseSchema, at, visit);
    else for (const [name, one] of Object.entries(value)) visitSchema(one, `${at}.${name}`, visit);
  }
}
