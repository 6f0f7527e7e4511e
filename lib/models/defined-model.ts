import type { Catalogue, ModelId } from './catalogue.js';
import type { ModelSpec } from './model-spec.js';
import type { UnknownModel } from './unknown-model.js';

/** The optional fields of a definition. Fields that are left out restrict nothing. */
type Described = {
  readonly [Key in Exclude<keyof ModelSpec, 'id' | 'aliasOf'>]?: ModelSpec[Key] | undefined;
};

/** A definition with its own limit. It may start from a model of the catalog, too. */
export interface OwnDefinition extends Described {
  readonly id: string;
  readonly maxOutputTokens: number;
  readonly like?: ModelId | undefined;
}

/** A definition that starts from a model of the catalog. */
export interface LikeDefinition extends Described {
  readonly id: string;
  readonly like: ModelId;
}

/** The argument of `defineModel()`. */
export type ModelDefinition = OwnDefinition | LikeDefinition;

/**
 * A model from `defineModel()`. Builders accept it wherever they accept a model id.
 *
 * `Definition` is the literal type of the definition, so an editor shows `DefinedModel<{id: 'my-model';
 * maxOutputTokens: 8192}>`.
 */
export interface DefinedModel<Definition extends { readonly id: string } = ModelDefinition> {
  /** Sent as `model`. */
  readonly id: Definition['id'];
  readonly definition: Definition;
  /** The complete definition, with defaults. */
  readonly spec: ModelSpec;
}

/** A column of a defined model: its own value, else that of the model in `like`, else the permissive default. */
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
