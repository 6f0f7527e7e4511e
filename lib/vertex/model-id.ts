import { aliases, isAlias } from '../models/aliases.js';
import { isModelId } from '../models/lookup.js';

/**
 * The id of a model on Vertex AI: its own, with `@` before the date of models up to Claude 4.5. An id that clust does not
 * know is sent as it is.
 */
export function vertexModelId(id: string): string {
  if (!isModelId(id)) return id;
  const dated = isAlias(id) ? aliases[id] : id;
  const at = dated.replace(/-(\d{8})$/, '@$1');
  return at === 'claude-3-5-sonnet@20241022' ? 'claude-3-5-sonnet-v2@20241022' : at;
}
