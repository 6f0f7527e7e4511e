import { catalogue, type ModelId } from './catalogue.js';
import type { ModelRules } from './model-spec.js';

/** The rules of a model id or alias; `undefined` if this release does not know it. */
export function rulesOf(id: string): ModelRules | undefined {
  return isModelId(id) ? { id, ...catalogue[id] } : undefined;
}

/** Whether this release knows the model. */
export function isModelId(id: string): id is ModelId {
  return Object.hasOwn(catalogue, id);
}

/**
 * The known id that a mistyped one most likely means; `undefined` if none is similar.
 *
 * @internal
 */
export function suggestModel(id: string): ModelId | undefined {
  const wanted = normal(id);
  // Two edits in a short name and three in a long one count as a typing mistake; more as another model.
  let nearest = Math.min(4, Math.ceil(wanted.length / 4));
  let suggestion: ModelId | undefined;
  for (const known of Object.keys(catalogue)) {
    const distance = editDistance(wanted, normal(known), nearest);
    if (distance < nearest && isModelId(known)) [nearest, suggestion] = [distance, known];
  }
  return suggestion;
}

/** The refusal of an unknown id: suggests the id that was probably meant, and what to do otherwise. */
export function unknownModelRefusal(id: string): string {
  // A JavaScript caller may pass anything.
  if (typeof id !== 'string') return 'a model is an id, ClaudeModel.X, or what defineModel() returned';
  const suggestion = suggestModel(id);
  const hint = suggestion === undefined ? '' : `. Did you mean "${suggestion}"?`;
  return `clust does not know the model ${id}: use defineModel() for a model newer than this release${hint}`;
}

/** Normalizes upper case, dots and underscores, the most common mistakes. */
function normal(id: string): string {
  return id
    .trim()
    .toLowerCase()
    .replace(/[._\s]/g, '-');
}

/** The number of single-character edits between two words, up to `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (limit <= 0) return limit;
  if (a === '' || b === '') return Math.min(a.length + b.length, limit);
  if (a[0] === b[0]) return editDistance(a.slice(1), b.slice(1), limit);
  const edits = [a.slice(1), a]
    .flatMap((rest) => [
      [rest, b.slice(1)],
      [rest, b],
    ])
    .slice(0, 3);
  return edits.reduce(
    (least, [one = '', other = '']) => Math.min(least, 1 + editDistance(one, other, least - 1)),
    limit,
  );
}
