import * as clust from '../../lib/index.js';

const names = Object.keys(clust);

/** The import of those public names that the code uses. To import all of them costs a compiler as much as the code does. */
export function importUsed(code: string): string {
  const words = new Set(code.match(/\w+/g));
  return `import { ${names.filter((name) => words.has(name)).join(', ')} } from 'clust';`;
}
