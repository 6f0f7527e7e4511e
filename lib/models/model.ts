import { ValidationError } from '../errors/validation-error.js';
import type { Catalogue, ModelId } from './catalogue.js';
import type { DefinedModel, DefinedSpec } from './defined-model.js';
import { rulesOf, unknownModelRefusal } from './lookup.js';
import type { NamedRules } from './model-spec.js';

/** What a request may be written for: the id of a known model, or a model that `defineModel()` made. */
export type Model = ModelId | DefinedModel;

/** What a model takes, from the catalogue or from its definition. */
export type SpecOf<M extends Model> = M extends ModelId
  ? Catalogue[M]
  : M extends DefinedModel<infer Definition>
    ? DefinedSpec<Definition>
    : never;

/** What is sent as `model`. */
export type IdOf<M extends Model> = M extends DefinedModel ? M['id'] : M;

/**
 * The rules of a model, under the id that is sent.
 *
 * @throws ValidationError for a string that is no model of the catalogue.
 */
export function specOf(model: Model): NamedRules {
  // A program without types may send any string.
  const rules = typeof model === 'string' ? rulesOf(model) : model.spec;
  if (rules !== undefined) return rules;
  throw new ValidationError([{ path: 'model', rule: 'model', message: unknownModelRefusal(idOf(model)) }]);
}

/** The run-time twin of `IdOf`. */
export function idOf<M extends Model>(model: M): IdOf<M>;
export function idOf(model: Model): string {
  return typeof model === 'string' ? model : model.id;
}
