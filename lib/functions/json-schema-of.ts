import type { CompletedConfig, SchemaGenerator, ts } from 'ts-json-schema-generator';
import { isObject } from '../base/is-object.js';
import { toDraft2020 } from '../schema/draft-2020-12.js';
import type { RawSchema } from '../schema/walk-schema.js';
import type { Generator } from './load-generator.js';

/** The schema of one type, and the schemas that it refers to as `#/$defs/<name>`. */
export interface TypeSchema {
  readonly schema: RawSchema;
  readonly definitions: ReadonlyMap<string, RawSchema>;
}

export function schemaGenerator(generator: Generator, program: ts.Program): SchemaGenerator {
  const config: CompletedConfig = {
    ...generator.DEFAULT_CONFIG,
    // Named types keep their names, which recursive types need.
    expose: 'all',
    topRef: false,
    jsDoc: 'extended',
    extraTags: ['integer'],
    encodeRefs: false,
    sortProps: false,
    additionalProperties: true,
    functions: 'comment',
  };
  const parser = generator.createParser(program, config);
  return new generator.SchemaGenerator(program, parser, generator.createFormatter(config), config);
}

/** @throws The error of the generator, for a type that it does not support. */
export function jsonSchemaOf(node: ts.Node, generator: SchemaGenerator): TypeSchema {
  const { $schema: _, definitions = {}, ...schema } = generator.createSchemaFromNodes([node]);
  return {
    schema: normalize(toDraft2020(schema)),
    definitions: new Map(
      Object.entries(definitions).flatMap(([name, definition]) =>
        isObject(definition) ? [[name, normalize(toDraft2020(definition))]] : [],
      ),
    ),
  };
}

/** Converts `@integer` to the type, moves references to `$defs`, and removes `undefined`, which is `{not: {}}`. */
function normalize(schema: RawSchema): RawSchema {
  const { integer, ...rest } = withoutUndefined(mapSchemas(schema, normalize));
  const ref = typeof rest.$ref === 'string' ? { $ref: rest.$ref.replace('#/definitions/', '#/$defs/') } : {};
  const type = integer === true ? { type: integerIn(rest.type) } : {};
  return { ...rest, ...ref, ...type };
}

function withoutUndefined({ anyOf, ...rest }: RawSchema): RawSchema {
  if (!Array.isArray(anyOf)) return rest;
  const members = anyOf.filter((member) => !(isObject(member) && isObject(member.not)));
  return members.length === 1 ? { ...members[0], ...rest } : { ...rest, anyOf: members };
}

function integerIn(type: unknown): unknown {
  return Array.isArray(type) ? type.map(integerIn) : type === 'number' ? 'integer' : type;
}

/** Applies `change` to each direct subschema. */
export function mapSchemas(schema: RawSchema, change: (schema: RawSchema) => RawSchema): RawSchema {
  const changed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(changed);
    return isObject(value) ? change(value) : value;
  };
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => {
      if (ofValues.has(keyword)) return [keyword, value];
      if (!ofNamedSchemas.has(keyword) || !isObject(value)) return [keyword, changed(value)];
      return [
        keyword,
        Object.fromEntries(Object.entries(value).map(([name, each]) => [name, changed(each)])),
      ];
    }),
  );
}

const ofNamedSchemas = new Set(['properties', 'patternProperties', '$defs', 'definitions']);
const ofValues = new Set(['const', 'enum', 'default', 'examples']);
