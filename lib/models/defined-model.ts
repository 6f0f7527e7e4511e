import type { Catalogue, ModelId } from './catalogue.js';
import type { ModelSpec } from './model-spec.js';
import type { UnknownModel } from './unknown-model.js';

/** What a definition may say beside the id; what it leaves out is taken as accepted. */
type Described = {
  readonly [Key in Exclude<keyof ModelSpec, 'id' | 'aliasOf'>]?: ModelSpec[Key] | undefined;
};

/** A model described by itself. */
export interface OwnDefinition extends Described {
  readonly id: string;
  readonly maxOutputTokens: number;
  readonly like?: undefined;
}

/** A model described by one of the catalog, under another id or with differences. */
export interface LikeDefinition extends Described {
  readonly id: string;
  readonly like: ModelId;
}

/** What `defineModel()` takes. */
export type ModelDefinition = OwnDefinition | LikeDefinition;

/**
 * A model that `defineModel()` made; a builder takes it wherever it takes a model id.
 *
 * `Definition` is what was written, so an editor shows `DefinedModel<{id: 'my-model'; maxOutputTokens: 8192}>`.
 */
export interface DefinedModel<Definition extends { readonly id: string } = ModelDefinition> {
  /** What is sent as `model`. */
  readonly id: Definition['id'];
  readonly definition: Definition;
  /** The definition with every gap filled. */
  readonly spec: ModelSpec;
}

/** A column of a defined model: what it says itself, else what the model it is like says, else the permissive default. */
export type DefinedColumn<Definition, Key extends keyof ModelSpec> =
  Key extends Exclude<keyof Definition, 'aliasOf'>
    ? Definition[Key] extends ModelSpec[Key]
      ? Definition[Key]
      : Default<Definition, Key>
    : Default<Definition, Key>;

type Default<Definition, Key extends keyof ModelSpec> = Key extends 'aliasOf'
  ? null
  : Definition extends { readonly like: infer Id extends ModelId }
    ? Key extends keyof Catalogue[Id]
      ? Catalogue[Id][Key]
      : ModelSpec[Key]
    : Key extends keyof UnknownModel
      ? UnknownModel[Key]
      : ModelSpec[Key];
