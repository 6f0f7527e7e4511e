import { ValidationError } from '../errors/validation-error.js';
import type { ModelId } from './catalogue.js';
import type { DefinedModel } from './defined-model.js';
import { rulesOf, unknownModelRefusal } from './lookup.js';
import type { ModelRules } from './model-spec.js';

/** The model of a request: a known model id, or a model from `defineModel()`. */
export type Model = ModelId | DefinedModel;

/** The value that is sent as `model`. */
export type IdOf<M extends Model> = M extends DefinedModel ? M['id'] : M;

/**
 * The rules of a model, by the id that is sent.
 *
 * @throws {ValidationError} For a string that is not a model of the catalog.
 */
export function specOf(model: Model): ModelRules {
  // A JavaScript caller may pass any string.
  const rules = typeof model === 'string' ? rulesOf(model) : model?.spec;
  if (rules !== undefined) return rules;
  throw new ValidationError([
    { path: 'model', rule: 'model', message: unknownModelRefusal(model && idOf(model)) },
  ]);
}

/** `IdOf` at run time. */
export function idOf<M extends Model>(model: M): IdOf<M>;
export function idOf(model: Model): string {
  return typeof model === 'string' ? model : model.id;
}
