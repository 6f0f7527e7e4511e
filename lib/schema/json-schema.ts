/** A JSON Schema (draft 2020-12), written as a literal: the type of what it describes is inferred from it. */
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

/** The names of the types of JSON. */
export type JsonType = 'array' | 'boolean' | 'integer' | 'null' | 'number' | 'object' | 'string';

/** The same for what has to be an object: the input of a tool. */
export interface JsonObjectSchema extends JsonSchema {
  readonly type: 'object';
}

/**
 * What a JSON Schema describes, as far as the compiler can read it: `const`, `enum`, `anyOf`, `oneOf`, `allOf`, local
 * `$ref`, lists, and objects with their required and optional properties. `unknown` where it says nothing.
 */
export type FromJsonSchema<Schema, Root = Schema> = Schema extends { readonly const: infer Value }
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
              ? OfType<Type extends readonly (infer Member)[] ? Member : Type, Schema, Root>
              : unknown;

/** Distributes over the members. */
type AnyOf<Member, Root> = Member extends unknown ? FromJsonSchema<Member, Root> : never;

type AllOf<Members, Root> = Members extends readonly [infer First, ...infer Rest]
  ? FromJsonSchema<First, Root> & AllOf<Rest, Root>
  : unknown;

/** What `#/$defs/Name` leads to; unknown for any other reference. */
type Target<Ref, Root> = Ref extends `#/$defs/${infer Name}`
  ? Root extends { readonly $defs: { readonly [Key in Name]: infer Definition } }
    ? Definition
    : unknown
  : Ref extends '#'
    ? Root
    : unknown;

/** Distributes over the types. */
type OfType<Type, Schema, Root> = Type extends 'string'
  ? string
  : Type extends 'number' | 'integer'
    ? number
    : Type extends 'boolean'
      ? boolean
      : Type extends 'null'
        ? null
        : Type extends 'array'
          ? Schema extends { readonly items: infer Items }
            ? FromJsonSchema<Items, Root>[]
            : unknown[]
          : Type extends 'object'
            ? OfObject<Schema, Root>
            : unknown;

type OfObject<Schema, Root> = Schema extends { readonly properties: infer Properties }
  ? Schema extends { readonly required: readonly (infer Required)[] }
    ? Flat<
        {
          -readonly [Name in keyof Properties as Name extends Required ? Name : never]: FromJsonSchema<
            Properties[Name],
            Root
          >;
        } & {
          -readonly [Name in keyof Properties as Name extends Required ? never : Name]?: FromJsonSchema<
            Properties[Name],
            Root
          >;
        }
      >
    : { -readonly [Name in keyof Properties]?: FromJsonSchema<Properties[Name], Root> }
  : Schema extends { readonly additionalProperties: infer Value extends object }
    ? { [name: string]: FromJsonSchema<Value, Root> }
    : { [name: string]: unknown };

/** One object, as a hover shows it. */
type Flat<Type> = { [Key in keyof Type]: Type[Key] };
