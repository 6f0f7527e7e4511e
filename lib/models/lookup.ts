import { catalogue, type ModelId } from './catalogue.js';
import type { ModelRules } from './model-spec.js';

/** The rules of a model id or alias, under that name; `undefined` for an id that this release does not know. */
export function rulesOf(id: string): ModelRules | undefined {
  return isModelId(id) ? { id, ...catalogue[id] } : undefined;
}

/** Whether this release knows the model. */
export function isModelId(id: string): id is ModelId {
  return Object.hasOwn(catalogue, id);
}

/**
 * The known id that a mistyped one most likely meant; `undefined` when none is near.
 *
 * @internal
 */
export function suggestModel(id: string): ModelId | undefined {
  const wanted = normal(id);
  // Two slips in a short name and three in a long one are a typing mistake; more is another model.
  let nearest = Math.min(4, Math.ceil(wanted.length / 4));
  let suggestion: ModelId | undefined;
  for (const known of Object.keys(catalogue)) {
    const distance = editDistance(wanted, normal(known), nearest);
    if (distance < nearest && isModelId(known)) [nearest, suggestion] = [distance, known];
  }
  return suggestion;
}

/** The refusal of an id that the catalogue lacks: what may have been meant, and what to do otherwise. */
export function unknownModelRefusal(id: string): string {
  const suggestion = suggestModel(id);
  const hint = suggestion === undefined ? '' : `. Did you mean "${suggestion}"?`;
  return `clust does not know the model ${id}: use defineModel() for a model newer than this release${hint}`;
}

/** Upper case, dots and underscores for hyphens are the usual slips, and cost nothing. */
function normal(id: string): string {
  return id
    .trim()
    .toLowerCase()
    .replace(/[._\s]/g, '-');
}

/** The number of single-character edits between two words, or `limit` when it is that or more. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const substitution = at(previous, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(substitution, at(previous, column) + 1, at(current, column - 1) + 1));
    }
    previous = current;
  }
  return Math.min(at(previous, b.length), limit);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
