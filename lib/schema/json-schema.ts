/** A JSON Schema (draft 2020-12), written as a literal. The type of the described value is inferred from it. */
export interface JsonSchema {
  readonly type?: JsonType | readonly JsonType[];
  readonly description?: string;
  readonly properties?: { readonly [name: string]: JsonSchema | boolean };
  readonly required?: readonly string[];
  readonly items?: JsonSchema | boolean;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly $defs?: { readonly [name: string]: JsonSchema };
  readonly [keyword: string]: unknown;
}

/** The type names of JSON Schema. */
export type JsonType = 'array' | 'boolean' | 'integer' | 'null' | 'number' | 'object' | 'string';

/** A JSON Schema of an object, for the input of a tool. */
export interface JsonObjectSchema extends JsonSchema {
  readonly type: 'object';
}

/**
 * The type that a JSON Schema describes, as far as the compiler can read it: `const`, `enum`, `anyOf`, `oneOf`,
 * `allOf`, local `$ref`, arrays, and objects with their required and optional properties. `unknown` for everything
 * else.
 */
export type FromJsonSchema<Schema, Root = Schema> = [keyof Schema & Special] extends [never]
  ? Schema extends { readonly type: infer Type }
    ? OfType<Type, Schema, Root>
    : unknown
  : OfSpecial<Schema, Root>;

/** The keywords that take precedence over `type`. Most schemas have none, which one check finds out instead of six. */
type Special = 'const' | 'enum' | '$ref' | 'anyOf' | 'oneOf' | 'allOf';

type OfSpecial<Schema, Root> = Schema extends { readonly const: infer Value }
  ? Value
  : Schema extends { readonly enum: readonly (infer Value)[] }
    ? Value
    : Schema extends { readonly $ref: infer Ref }
      ? FromJsonSchema<Target<Ref, Root>, Root>
      : Schema extends { readonly anyOf: readonly (infer Member)[] }
        ? AnyOf<Member, Root>
        : Schema extends { readonly oneOf: readonly (infer Member)[] }
          ? AnyOf<Member, Root>
          : Schema extends { readonly allOf: readonly unknown[] }
            ? AllOf<Schema['allOf'], Root>
            : Schema extends { readonly type: infer Type }
              ? OfType<Type, Schema, Root>
              : unknown;

/** Distributes over the members. */
type AnyOf<Member, Root> = Member extends unknown ? FromJsonSchema<Member, Root> : never;

type AllOf<Members, Root> = Members extends readonly [infer First, ...infer Rest]
  ? FromJsonSchema<First, Root> & AllOf<Rest, Root>
  : unknown;

/** The schema that `#/$defs/Name` points to; unknown for any other reference. */
type Target<Ref, Root> = Ref extends `#/$defs/${infer Name}`
  ? Root extends { readonly $defs: { readonly [Key in Name]: infer Definition } }
    ? Definition
    : unknown
  : Ref extends '#'
    ? Root
    : unknown;

/** Uses a table, which is cheaper than a condition for each type. */
type OfType<Type, Schema, Root> = Type extends JsonType
  ? OfTypes<Schema, Root>[Type]
  : Type extends readonly (infer Member)[]
    ? OfTypes<Schema, Root>[Member & JsonType]
    : unknown;

interface OfTypes<Schema, Root> {
  array: OfArray<Schema, Root>;
  boolean: boolean;
  integer: number;
  null: null;
  number: number;
  object: OfObject<Schema, Root>;
  string: string;
}

type OfArray<Schema, Root> = Schema extends { readonly items: infer Items }
  ? FromJsonSchema<Items, Root>[]
  : unknown[];

type OfObject<Schema, Root> = Schema extends { readonly properties: infer Properties }
  ? Schema extends { readonly required: readonly (infer Required)[] }
    ? [keyof Properties] extends [Required]
      ? { -readonly [Name in keyof Properties]: FromJsonSchema<Properties[Name], Root> }
      : Shown<
          { [Name in keyof Properties & Required]: FromJsonSchema<Properties[Name], Root> } & {
            [Name in Exclude<keyof Properties, Required>]?: FromJsonSchema<Properties[Name], Root>;
          }
        >
    : { -readonly [Name in keyof Properties]?: FromJsonSchema<Properties[Name], Root> }
  : Schema extends { readonly additionalProperties: infer Value extends object }
    ? { [name: string]: FromJsonSchema<Value, Root> }
    : { [name: string]: unknown };

/** Flattens the type to one object for hovers. */
type Shown<Type> = { [Key in keyof Type]: Type[Key] };
