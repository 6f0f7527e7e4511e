import * as clust from '../../lib/index.js';

/**
 * The import of those names that the code uses, by default of the public names of the package. To import all of them costs a
 * compiler as much as the code does.
 */
export function importUsed(
  code: string,
  names: readonly string[] = Object.keys(clust),
  from = 'clust',
): string {
  const words = new Set(code.match(/\w+/g));
  return `import { ${names.filter((name) => words.has(name)).join(', ')} } from '${from}';`;
}
