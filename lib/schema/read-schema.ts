import { isObject } from '../base/is-object.js';
import type { JsonType } from './json-schema.js';
import { resolveReferences } from './references.js';
import type { RawSchema } from './walk-schema.js';

// Reads the keywords of a schema of any origin. A keyword whose value has the wrong type is ignored.

/** A schema, or a boolean in its place: `true` accepts any value, `false` none. */
export type SchemaOrBoolean = boolean | RawSchema;

const jsonTypes: ReadonlySet<unknown> = new Set<JsonType>([
  'array',
  'boolean',
  'integer',
  'null',
  'number',
  'object',
  'string',
]);

function isSchema(value: unknown): value is SchemaOrBoolean {
  return typeof value === 'boolean' || isObject(value);
}

/** The types that a schema names or implies; empty if it accepts any type. */
export function typesOf(schema: SchemaOrBoolean): readonly JsonType[] {
  if (typeof schema === 'boolean') return [];
  const named = [schema.type].flat().filter((type): type is JsonType => jsonTypes.has(type));
  if (named.length > 0) return named;
  if ('properties' in schema) return ['object'];
  return 'items' in schema || 'prefixItems' in schema ? ['array'] : [];
}

/** The values of `const` or `enum`. */
export function literalsOf(schema: SchemaOrBoolean): readonly unknown[] | undefined {
  if (typeof schema === 'boolean') return undefined;
  if ('const' in schema) return [schema.const];
  return Array.isArray(schema.enum) ? schema.enum : undefined;
}

/** The schemas of `anyOf` and `oneOf`. */
export function alternativesOf(schema: SchemaOrBoolean): readonly SchemaOrBoolean[] {
  if (typeof schema === 'boolean') return [];
  return [schema.anyOf, schema.oneOf].flat().filter(isSchema);
}

/** The schemas of an object's properties, by name. */
export function propertiesOf(schema: SchemaOrBoolean): ReadonlyMap<string, SchemaOrBoolean> {
  const properties = typeof schema === 'boolean' ? undefined : schema.properties;
  if (typeof properties !== 'object' || properties === null) return new Map();
  return new Map(
    Object.entries(properties).filter((entry): entry is [string, SchemaOrBoolean] => isSchema(entry[1])),
  );
}

/** The schema of `additionalProperties`. */
export function additionalOf(schema: SchemaOrBoolean): SchemaOrBoolean {
  const additional = typeof schema === 'boolean' ? undefined : schema.additionalProperties;
  return isSchema(additional) ? additional : true;
}

export function requiredOf(schema: SchemaOrBoolean): ReadonlySet<string> {
  const required = typeof schema === 'boolean' ? undefined : schema.required;
  return new Set(Array.isArray(required) ? required.filter((name) => typeof name === 'string') : []);
}

/** The schema of an array item. */
export function itemOf(schema: SchemaOrBoolean, index: number): SchemaOrBoolean {
  if (typeof schema === 'boolean') return schema;
  const prefix = Array.isArray(schema.prefixItems) ? schema.prefixItems[index] : undefined;
  return [prefix, schema.items].find(isSchema) ?? true;
}

/** Follows the references of a schema within the document `root`. A broken reference accepts any value. */
export function resolve(schema: SchemaOrBoolean, root: SchemaOrBoolean): SchemaOrBoolean {
  const resolved = resolveReferences(schema, root);
  return isSchema(resolved) ? resolved : true;
}
