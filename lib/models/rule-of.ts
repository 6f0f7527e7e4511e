import type { Catalogue, ModelId } from './catalogue.js';
import type { DefinedColumn, DefinedModel } from './defined-model.js';
import type { IdOf, Model } from './model.js';
import type { ModelRules } from './model-spec.js';

/** One column of a model, from the catalog or from its definition; over a union of models, of each. */
export type RuleOf<M, Column extends Exclude<keyof ModelRules, 'id'>> = M extends ModelId
  ? Catalogue[M][Column]
  : M extends DefinedModel<infer Definition>
    ? DefinedColumn<Definition, Column>
    : never;

/** What a model lets choose from: its thinking types, its levels of effort. */
export type OptionsOf<M, Column extends 'thinking' | 'effort'> =
  RuleOf<M, Column> extends readonly (infer Option)[] ? Option : never;

/** Those of the models whose column has this value, by the ids that are sent; `never` where none has. */
export type ModelsWith<M, Column extends Exclude<keyof ModelRules, 'id'>, Value> = M extends Model
  ? RuleOf<M, Column> extends Value
    ? IdOf<M>
    : never
  : never;
