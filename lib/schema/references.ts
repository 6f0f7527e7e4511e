import { isRawSchema } from './to-json-schema.js';

/** What a local reference, `#/$defs/Name`, leads to. */
export function definitionOf(ref: string, root: unknown): unknown {
  let found: unknown = root;
  for (const part of ref.split('/').slice(1)) found = isRawSchema(found) ? found[part] : undefined;
  return found;
}

/** Whether a reference is met again on the way from it. */
export function isRecursive(ref: string, root: unknown, from = ref, seen = new Set<string>()): boolean {
  if (ref === '#') return true;
  return referencesIn(definitionOf(from, root)).some((next) => {
    if (next === ref || next === '#') return true;
    return !seen.has(next) && isRecursive(ref, root, next, seen.add(next));
  });
}

function referencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    key === '$ref' ? [String(member)] : referencesIn(member),
  );
}
