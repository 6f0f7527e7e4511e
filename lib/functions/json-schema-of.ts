import type { CompletedConfig, SchemaGenerator, ts } from 'ts-json-schema-generator';
import { isObject } from '../base/is-object.js';
import { toDraft2020 } from '../schema/draft-2020-12.js';
import type { RawSchema } from '../schema/walk-schema.js';
import type { Generator } from './load-generator.js';

/** The schema of one type, and those that it refers to as `#/$defs/<name>`. */
export interface TypeSchema {
  readonly schema: RawSchema;
  readonly definitions: ReadonlyMap<string, RawSchema>;
}

export function schemaGenerator(generator: Generator, program: ts.Program): SchemaGenerator {
  const config: CompletedConfig = {
    ...generator.DEFAULT_CONFIG,
    // Named types keep their names, which a type that refers to itself needs.
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

/** @throws what the generator throws for a type that it does not know. */
export function jsonSchemaOf(node: ts.Node, generator: SchemaGenerator): TypeSchema {
  const { $schema: _, definitions = {}, ...schema } = generator.createSchemaFromNodes([node]);
  return {
    schema: tidy(toDraft2020(schema)),
    definitions: new Map(
      Object.entries(definitions).flatMap(([name, definition]) =>
        isObject(definition) ? [[name, tidy(toDraft2020(definition))]] : [],
      ),
    ),
  };
}

/** `@integer` becomes the type, references go to `$defs`, and `undefined`, written `{not: {}}`, goes away. */
function tidy(schema: RawSchema): RawSchema {
  const { integer, ...rest } = withoutUndefined(mapSchemas(schema, tidy));
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

/** The schema with `change` made to each schema that stands directly in it. */
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
