import * as clust from '../../lib/index.js';

/**
 * An import of those names that the code uses, by default of the public names of the package. Importing all of them
 * would cost the compiler as much as the code itself.
 */
export function importUsed(
  code: string,
  names: readonly string[] = Object.keys(clust),
  from = 'clust',
): string {
  const words = new Set(code.match(/\w+/g));
  return `import { ${names.filter((name) => words.has(name)).join(', ')} } from '${from}';`;
}
