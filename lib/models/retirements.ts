import { datedIdOf } from './aliases.js';
import { catalogue, type ModelId } from './catalogue.js';
import { isModelId } from './lookup.js';

/** The dates of past and announced retirements, as `YYYY-MM-DD`. */
export const retirements = {
  'claude-opus-4-5-20251101': '2027-01-22',
  'claude-sonnet-4-5-20250929': '2026-11-30',
  'claude-opus-4-1-20250805': '2026-08-05',
  'claude-opus-4-20250514': '2026-06-15',
  'claude-sonnet-4-20250514': '2026-06-15',
  'claude-3-7-sonnet-20250219': '2026-02-19',
  'claude-3-5-haiku-20241022': '2026-02-19',
  'claude-3-5-sonnet-20241022': '2025-10-28',
  'claude-3-5-sonnet-20240620': '2025-10-28',
  'claude-3-opus-20240229': '2026-01-05',
  'claude-3-sonnet-20240229': '2025-07-21',
  'claude-3-haiku-20240307': '2026-04-20',
} as const satisfies { readonly [Id in ModelId]?: string };

/**
 * When a model was retired and which one to use; `undefined` if this release does not know it, or knows that it is not
 * retired.
 */
export function retirementAdvice(id: string, today = new Date()): string | undefined {
  if (!isModelId(id)) return undefined;
  const dated = datedIdOf(id);
  if (!isDated(dated)) return undefined;
  const day = retirements[dated];
  if (Date.parse(day) > today.getTime()) return undefined;
  const line = /opus|sonnet|haiku/.exec(id)?.[0] ?? '';
  // The newest models come first in the catalog.
  const newest = Object.keys(catalogue).find((other) => other.includes(line));
  return `${id} was retired on ${day}: use ${newest}.`;
}

function isDated(id: string): id is keyof typeof retirements {
  return Object.hasOwn(retirements, id);
}
