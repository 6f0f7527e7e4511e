import {
  alternativesOf,
  itemOf,
  literalsOf,
  propertiesOf,
  requiredOf,
  resolve,
  type SchemaOrBoolean,
  typesOf,
} from '../../schema/read-schema.js';

/** Schemas below this level are described only by their type, which also ends the description of a recursive schema. */
const maxDepth = 4;

/** The maximum number of described schemas: references can multiply a small schema to any size. */
const maxSchemas = 1_000;

interface Context {
  readonly root: SchemaOrBoolean;
  readonly depth: number;
  readonly budget: { schemasLeft: number };
}

/** The type of a schema in TypeScript notation, which models read well: `"low" | "high"`, `string[]`. */
export function describeType(schema: SchemaOrBoolean, root: SchemaOrBoolean = schema): string {
  return typeAt(schema, { root, depth: 0, budget: { schemasLeft: maxSchemas } });
}

function typeAt(schema: SchemaOrBoolean, context: Context): string {
  const { root, depth, budget } = context;
  budget.schemasLeft -= 1;
  const resolved = resolve(schema, root);
  const literals = literalsOf(resolved);
  if (literals !== undefined) return literals.map((literal) => JSON.stringify(literal)).join(' | ');
  const isDeep = depth > maxDepth || budget.schemasLeft < 0;
  const types = typesOf(resolved);
  if (types.length === 0) {
    const alternatives = isDeep ? [] : alternativesOf(resolved);
    const names = alternatives.map((alternative) => typeAt(alternative, below(context)));
    return names.length === 0 ? 'any' : [...new Set(names)].join(' | ');
  }
  return types.map((type) => (isDeep ? type : describe(type, resolved, below(context)))).join(' | ');
}

function describe(type: string, schema: SchemaOrBoolean, context: Context): string {
  if (type === 'array') {
    const item = typeAt(itemOf(schema, 0), context);
    if (item === 'any') return 'array';
    return /[ |]/.test(item) && !item.startsWith('{') ? `(${item})[]` : `${item}[]`;
  }
  if (type !== 'object') return type;
  const required = requiredOf(schema);
  const properties = Array.from(propertiesOf(schema), ([name, property]) => {
    return `${name}${required.has(name) ? '' : '?'}: ${typeAt(property, context)}`;
  });
  return properties.length === 0 ? 'object' : `{ ${properties.join('; ')} }`;
}

function below({ root, depth, budget }: Context): Context {
  return { root, budget, depth: depth + 1 };
}
