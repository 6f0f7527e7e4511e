import type { Catalogue, ModelId } from '../../models/catalogue.js';
import type { DefinedModel, DefinedSpec } from '../../models/defined-model.js';
import type { ModelRules } from '../../models/model-spec.js';

/** One thing that is known of a model; over a union of models, of each. */
export type Trait<Model, Key extends keyof ModelRules> = Model extends ModelId
  ? Catalogue[Model][Key]
  : Model extends DefinedModel<infer Definition>
    ? DefinedSpec<Definition>[Key]
    : never;

/** What a model lets choose from: its thinking types, its levels of effort. */
export type OptionsOf<Model, Key extends 'thinking' | 'effort'> =
  Trait<Model, Key> extends readonly (infer Option)[] ? Option : never;
