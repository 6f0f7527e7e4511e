import { aliases, isAlias } from './aliases.js';
import { type Catalogue, catalogue, type ModelId } from './catalogue.js';
import { isModelId } from './lookup.js';
import { modelFacts } from './model-facts.js';
import type { ModelSpec } from './model-spec.js';

/** What is known of one model, as exactly as the catalog says it. */
export type KnownModelSpec<Id extends ModelId> = Omit<ModelSpec, keyof Catalogue[Id] | 'id'> &
  Catalogue[Id] & { readonly id: Id };

/**
 * All that is known of a model id or alias; `undefined` for an id that this release does not know.
 *
 * @example
 * ```ts
 * import { findModel } from 'clust';
 *
 * const limit = findModel('claude-haiku-4-5').maxOutputTokens; // 64000
 * const configured = findModel(process.env.MODEL ?? ''); // undefined for an id that is not known
 * ```
 */
export function findModel<const Id extends string>(
  id: Id,
): Id extends ModelId ? (ModelId extends Id ? ModelSpec : KnownModelSpec<Id>) : ModelSpec | undefined;
export function findModel(id: string): ModelSpec | undefined {
  if (!isModelId(id)) return undefined;
  const aliasOf = isAlias(id) ? aliases[id] : null;
  const facts = modelFacts[isAlias(id) ? aliases[id] : id];
  return { id, aliasOf, ...facts, ...catalogue[id] };
}
