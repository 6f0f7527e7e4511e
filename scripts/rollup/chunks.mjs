import { join, resolve } from 'node:path';
import { COPY } from './own-copies.mjs';

/**
 * Assigns each module to a file of `dist/shared/`, for rollup's `manualChunks`: the first row that matches decides.
 * Without a match, rollup decides.
 *
 * A row has a chunk and one or several conditions, of which one must hold:
 * - `paths`: the module's path starts with one of these.
 * - `copiesOf`: it is a copy (see `ownCopies`) of a module whose path starts with one of these.
 * - `importedBy`: it is one of these modules, or they import it, directly or not, other than by `import()`.
 * - `packages`: it belongs to one of these packages.
 *
 * `chunk` may be a function of the module's path.
 */
export function chunksByRow(rows) {
  return (id, { getModuleInfo }) => {
    const row = rows.find((row) => matches(row, id, getModuleInfo));
    return typeof row?.chunk === 'function' ? row.chunk(id) : row?.chunk;
  };
}

function matches({ paths = [], copiesOf = [], importedBy = [], packages = [] }, id, getModuleInfo) {
  const startsWith = (prefixes) => prefixes.some((prefix) => id.startsWith(join(process.cwd(), prefix)));
  if (id.endsWith(COPY)) return startsWith(copiesOf);
  return (
    startsWith(paths) ||
    packages.some((name) => id.includes(`node_modules/${name}/`)) ||
    (importedBy.length > 0 && importsOf(importedBy, getModuleInfo).has(id))
  );
}

/** The modules at these paths and all that they import, directly or not, other than by `import()`. */
function importsOf(paths, getModuleInfo) {
  const found = new Set(paths.map((path) => resolve(path)));
  for (const id of found) for (const imported of getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  return found;
}
