import type { Catalogue, ModelId } from './catalogue.js';
import type { ModelSpec } from './model-spec.js';
import type { UnknownModel } from './unknown-model.js';

/** What is known of a model beside its id; what is left out is taken as accepted. */
export type ModelTraits = {
  readonly [Key in Exclude<keyof ModelSpec, 'id' | 'aliasOf'>]?: ModelSpec[Key] | undefined;
};

/** A model described by itself. */
export interface OwnDefinition extends ModelTraits {
  readonly id: string;
  readonly maxOutputTokens: number;
  readonly like?: undefined;
}

/** A model described by one of the catalogue, under another id or with differences. */
export interface LikeDefinition extends ModelTraits {
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
export interface DefinedModel<Definition extends ModelDefinition = ModelDefinition> {
  /** What is sent as `model`. */
  readonly id: Definition['id'];
  readonly definition: Definition;
  /** The definition with every gap filled. */
  readonly spec: ModelSpec;
}

/** The row of a defined model: what it says itself, else what the model it is like says, else the permissive default. */
export type DefinedSpec<Definition extends ModelDefinition> = {
  readonly [Key in keyof ModelSpec]: Key extends keyof Definition
    ? Definition[Key] extends ModelSpec[Key]
      ? Definition[Key]
      : Fallback<Definition, Key>
    : Fallback<Definition, Key>;
};

type Fallback<Definition extends ModelDefinition, Key extends keyof ModelSpec> = Key extends 'aliasOf'
  ? null
  : Definition extends { readonly like: infer Id extends ModelId }
    ? Key extends keyof Catalogue[Id]
      ? Catalogue[Id][Key]
      : ModelSpec[Key]
    : Key extends keyof UnknownModel
      ? UnknownModel[Key]
      : ModelSpec[Key];
