import type { ModelId } from './catalogue.js';

/** The dated id of each alias. */
export const aliases = {
  'claude-opus-4-5': 'claude-opus-4-5-20251101',
  'claude-sonnet-4-5': 'claude-sonnet-4-5-20250929',
  'claude-haiku-4-5': 'claude-haiku-4-5-20251001',
  'claude-opus-4-1': 'claude-opus-4-1-20250805',
  'claude-opus-4-0': 'claude-opus-4-20250514',
  'claude-4-opus-20250514': 'claude-opus-4-20250514',
  'claude-sonnet-4-0': 'claude-sonnet-4-20250514',
  'claude-4-sonnet-20250514': 'claude-sonnet-4-20250514',
  'claude-3-7-sonnet-latest': 'claude-3-7-sonnet-20250219',
  'claude-3-5-haiku-latest': 'claude-3-5-haiku-20241022',
  'claude-3-5-sonnet-latest': 'claude-3-5-sonnet-20241022',
  'claude-3-opus-latest': 'claude-3-opus-20240229',
} as const satisfies Partial<Record<ModelId, ModelId>>;

/** An id that is an alias of another. */
export type Alias = keyof typeof aliases;

/** An id that is not an alias. */
export type DatedId = Exclude<ModelId, Alias>;

export function isAlias(id: ModelId): id is Alias {
  return Object.hasOwn(aliases, id);
}

/** The id that an alias stands for; any other id itself. */
export function datedIdOf(id: ModelId): DatedId {
  return isAlias(id) ? aliases[id] : (id as DatedId);
}
