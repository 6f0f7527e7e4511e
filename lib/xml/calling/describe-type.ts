import {
  alternativesOf,
  itemOf,
  type JsonSchema,
  literalsOf,
  propertiesOf,
  requiredOf,
  resolve,
  typesOf,
} from './json-schema.js';

// What lies deeper is named by its type alone; it also ends the description of a schema that refers to itself.
const maxDepth = 4;

/** Names the type of a schema in the notation of TypeScript, which models read well: `"low" | "high"`, `string[]`. */
export function describeType(schema: JsonSchema, root: JsonSchema = schema, depth = 0): string {
  const resolved = resolve(schema, root);
  const literals = literalsOf(resolved);
  if (literals !== undefined) return literals.map((literal) => JSON.stringify(literal)).join(' | ');
  const types = typesOf(resolved);
  if (types.length === 0) {
    const alternatives = depth > maxDepth ? [] : alternativesOf(resolved);
    const names = alternatives.map((alternative) => describeType(alternative, root, depth + 1));
    return names.length === 0 ? 'any' : [...new Set(names)].join(' | ');
  }
  return types.map((type) => describe(type, resolved, root, depth)).join(' | ');
}

function describe(type: string, schema: JsonSchema, root: JsonSchema, depth: number): string {
  if (depth > maxDepth) return type;
  if (type === 'array') {
    const item = describeType(itemOf(schema, 0), root, depth + 1);
    if (item === 'any') return 'array';
    return /[ |]/.test(item) && !item.startsWith('{') ? `(${item})[]` : `${item}[]`;
  }
  if (type !== 'object') return type;
  const required = requiredOf(schema);
  const properties = Array.from(propertiesOf(schema), ([name, property]) => {
    return `${name}${required.has(name) ? '' : '?'}: ${describeType(property, root, depth + 1)}`;
  });
  return properties.length === 0 ? 'object' : `{ ${properties.join('; ')} }`;
}
