import { isRawSchema, type RawSchema } from './to-json-schema.js';

/** What is wrong with a `$ref`; `undefined` for one that leads to a definition of the schema and never back. */
export function refuseReference(ref: string, root: RawSchema): string | undefined {
  if (!ref.startsWith('#')) return `the API follows references inside the schema only, not ${ref}`;
  if (ref === '#' || leadsTo(ref, ref, root, new Set()))
    return 'the API takes no recursive schema: write the levels out, as deep as they go';
  return undefined;
}

function leadsTo(goal: string, from: string, root: RawSchema, seen: Set<string>): boolean {
  return referencesIn(definitionOf(from, root)).some((next) => {
    if (next === goal || next === '#') return true;
    if (seen.has(next)) return false;
    seen.add(next);
    return leadsTo(goal, next, root, seen);
  });
}

/** What a local reference leads to. */
export function definitionOf(ref: string, root: unknown): unknown {
  let found: unknown = root;
  for (const part of ref.split('/').slice(1)) found = isRawSchema(found) ? found[part] : undefined;
  return found;
}

function referencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    key === '$ref' ? [String(member)] : referencesIn(member),
  );
}
