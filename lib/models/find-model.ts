import { aliases, datedIdOf, isAlias } from './aliases.js';
import { type Catalogue, catalogue, type ModelId } from './catalogue.js';
import { isModelId } from './lookup.js';
import { modelFacts } from './model-facts.js';
import type { ModelSpec } from './model-spec.js';

/** The facts of one model, with the literal types of the catalog. */
export type KnownModelSpec<Id extends ModelId> = Omit<ModelSpec, keyof Catalogue[Id] | 'id'> &
  Catalogue[Id] & { readonly id: Id };

/**
 * Returns the facts of a model id or alias; `undefined` if this release does not know it.
 *
 * @example
 * ```ts
 * import { findModel } from 'clust';
 *
 * const limit = findModel('claude-haiku-4-5').maxOutputTokens; // 64000
 * const configured = findModel(process.env.MODEL ?? ''); // undefined for an unknown id
 * ```
 */
export function findModel<const Id extends string>(
  id: Id,
): Id extends ModelId ? (ModelId extends Id ? ModelSpec : KnownModelSpec<Id>) : ModelSpec | undefined;
export function findModel(id: string): ModelSpec | undefined {
  if (!isModelId(id)) return undefined;
  const aliasOf = isAlias(id) ? aliases[id] : null;
  const facts = modelFacts[datedIdOf(id)];
  return { id, aliasOf, ...facts, ...catalogue[id] };
}
