/** A JSON Schema, read with care: it comes from a tool, not from the compiler. */
export type JsonSchema = boolean | { readonly [keyword: string]: unknown };

export type JsonType = 'array' | 'boolean' | 'integer' | 'null' | 'number' | 'object' | 'string';

const jsonTypes: ReadonlySet<unknown> = new Set<JsonType>([
  'array',
  'boolean',
  'integer',
  'null',
  'number',
  'object',
  'string',
]);

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'boolean' || (typeof value === 'object' && value !== null && !Array.isArray(value));
}

/** The types that a schema names, or shows by its keywords; empty when any will do. */
export function typesOf(schema: JsonSchema): readonly JsonType[] {
  if (typeof schema === 'boolean') return [];
  const named = [schema.type].flat().filter((type): type is JsonType => jsonTypes.has(type));
  if (named.length > 0) return named;
  if ('properties' in schema) return ['object'];
  return 'items' in schema || 'prefixItems' in schema ? ['array'] : [];
}

/** The only values that a schema takes, when it lists them. */
export function literalsOf(schema: JsonSchema): readonly unknown[] | undefined {
  if (typeof schema === 'boolean') return undefined;
  if ('const' in schema) return [schema.const];
  return Array.isArray(schema.enum) ? schema.enum : undefined;
}

/** The schemas of which one has to fit. */
export function alternativesOf(schema: JsonSchema): readonly JsonSchema[] {
  if (typeof schema === 'boolean') return [];
  return [schema.anyOf, schema.oneOf].flat().filter(isSchema);
}

/** The schemas of an object's properties, by name. */
export function propertiesOf(schema: JsonSchema): ReadonlyMap<string, JsonSchema> {
  const properties = typeof schema === 'boolean' ? undefined : schema.properties;
  if (typeof properties !== 'object' || properties === null) return new Map();
  return new Map(
    Object.entries(properties).filter((entry): entry is [string, JsonSchema] => isSchema(entry[1])),
  );
}

/** The schema of properties that have none of their own. */
export function additionalOf(schema: JsonSchema): JsonSchema {
  const additional = typeof schema === 'boolean' ? undefined : schema.additionalProperties;
  return isSchema(additional) ? additional : true;
}

export function requiredOf(schema: JsonSchema): ReadonlySet<string> {
  const required = typeof schema === 'boolean' ? undefined : schema.required;
  return new Set(Array.isArray(required) ? required.filter((name) => typeof name === 'string') : []);
}

/** The schema of an array's item. */
export function itemOf(schema: JsonSchema, index: number): JsonSchema {
  if (typeof schema === 'boolean') return schema;
  const prefix = Array.isArray(schema.prefixItems) ? schema.prefixItems[index] : undefined;
  return [prefix, schema.items].find(isSchema) ?? true;
}

// A reference to a reference is rare; one that comes back to itself must end.
const maxHops = 16;

/** Follows `$ref` inside the document `root`; a reference that leads nowhere takes any value. */
export function resolve(schema: JsonSchema, root: JsonSchema): JsonSchema {
  let resolved = schema;
  for (let hop = 0; hop < maxHops; hop += 1) {
    const pointer = typeof resolved === 'boolean' ? undefined : resolved.$ref;
    if (typeof pointer !== 'string') return resolved;
    resolved = follow(pointer, root);
  }
  return true;
}

function follow(pointer: string, root: JsonSchema): JsonSchema {
  if (pointer !== '#' && !pointer.startsWith('#/')) return true;
  let target: unknown = root;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof target !== 'object' || target === null || !Object.hasOwn(target, key)) return true;
    // Just seen to be an own property.
    target = (target as Record<string, unknown>)[key];
  }
  return isSchema(target) ? target : true;
}
