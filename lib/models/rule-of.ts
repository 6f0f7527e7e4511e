import type { Catalogue, ModelId } from './catalogue.js';
import type { DefinedColumn, DefinedModel } from './defined-model.js';
import type { IdOf, Model } from './model.js';
import type { ModelRules } from './model-spec.js';

/** One column of a model, from the catalog or from its definition. Distributes over a union of models. */
export type RuleOf<M, Column extends Exclude<keyof ModelRules, 'id'>> = M extends ModelId
  ? Catalogue[M][Column]
  : M extends DefinedModel<infer Definition>
    ? DefinedColumn<Definition, Column>
    : never;

/** The options of a model: its thinking types, or its effort levels. */
export type OptionsOf<M, Column extends 'thinking' | 'effort'> =
  RuleOf<M, Column> extends readonly (infer Option)[] ? Option : never;

/** The ids of those models whose column has this value; `never` if there are none. */
export type ModelsWith<M, Column extends Exclude<keyof ModelRules, 'id'>, Value> = M extends Model
  ? RuleOf<M, Column> extends Value
    ? IdOf<M>
    : never
  : never;
