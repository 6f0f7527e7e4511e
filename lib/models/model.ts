import { ValidationError } from '../errors/validation-error.js';
import type { ModelId } from './catalogue.js';
import type { DefinedModel } from './defined-model.js';
import { rulesOf, unknownModelRefusal } from './lookup.js';
import type { ModelRules } from './model-spec.js';

/** What a request may be written for: the id of a known model, or a model that `defineModel()` made. */
export type Model = ModelId | DefinedModel;

/** What is sent as `model`. */
export type IdOf<M extends Model> = M extends DefinedModel ? M['id'] : M;

/**
 * The rules of a model, under the id that is sent.
 *
 * @throws ValidationError for a string that is no model of the catalog.
 */
export function specOf(model: Model): ModelRules {
  // A program without types may send any string.
  const rules = typeof model === 'string' ? rulesOf(model) : model?.spec;
  if (rules !== undefined) return rules;
  throw new ValidationError([
    { path: 'model', rule: 'model', message: unknownModelRefusal(model && idOf(model)) },
  ]);
}

/** The run-time twin of `IdOf`. */
export function idOf<M extends Model>(model: M): IdOf<M>;
export function idOf(model: Model): string {
  return typeof model === 'string' ? model : model.id;
}
