/** What a local reference, `#/$defs/Name`, leads to. */
export function definitionOf(ref: string, root: unknown): unknown {
  const parts = ref.split('/').slice(1);
  return parts.reduce((found, part) => Object(found)[part.replace(/~1/g, '/').replace(/~0/g, '~')], root);
}

/** Whether a reference, one that stands in `root`, is met again on the way from it. */
export function isRecursive(ref: string, root: unknown): boolean {
  // Grows while it is read.
  const met = new Set([ref]);
  for (const one of met) {
    for (const next of referencesIn(definitionOf(one, root))) {
      if (next === ref || next === '#') return true;
      met.add(next);
    }
  }
  return false;
}

function referencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    key === '$ref' ? [String(member)] : referencesIn(member),
  );
}
