import { aliases, isAlias } from './aliases.js';
import { catalogue } from './catalogue.js';
import { isModelId } from './lookup.js';
import { modelFacts } from './model-facts.js';
import type { ModelSpec } from './model-spec.js';

/**
 * All that is known of a model id or alias; `undefined` for an id that this release does not know.
 *
 * @example
 * ```ts
 * import { findModel } from 'clust';
 *
 * const limit = findModel('claude-haiku-4-5')?.maxOutputTokens; // 64000
 * ```
 */
export function findModel(id: string): ModelSpec | undefined {
  if (!isModelId(id)) return undefined;
  const aliasOf = isAlias(id) ? aliases[id] : null;
  const facts = modelFacts[isAlias(id) ? aliases[id] : id];
  return { id, aliasOf, ...facts, ...catalogue[id] };
}
