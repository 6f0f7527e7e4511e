import * as clust from '../../../lib/index.js';

const names = Object.keys(clust);

/** Runs the code of a case, with the public names of the package in scope. */
export function runCase(code: string): unknown {
  return new Function(...names, `return ${code}`)(...Object.values(clust));
}
