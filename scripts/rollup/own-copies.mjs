import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Ends the id of a copied module. */
export const COPY = '?copy';

/**
 * Gives the code that is loaded later its own copy of some modules.
 *
 * The prices of all models would otherwise be part of every program: `cost()` is public, a run with a budget uses it as
 * well, and esbuild puts a file that both the entry and a later import use into the part that is loaded at once.
 *
 * - `modules`: what is copied. It must hold no state.
 * - `loadedLater`: the importers that get the copies, and so do the modules that they reach through a copy.
 *
 * Both are lists of path prefixes, such as `lib/tools/run/`. A prefix that matches no module is an error: a file has
 * moved.
 */
export function ownCopies({ modules, loadedLater }) {
  const unseen = new Set([...modules, ...loadedLater]);
  const matches = (prefixes, id) => {
    const found = prefixes.filter((prefix) => id.startsWith(join(process.cwd(), prefix)));
    for (const prefix of found) unseen.delete(prefix);
    return found.length > 0;
  };
  return {
    name: 'own-copies',
    resolveId(source, importer = '') {
      const from = importer.replace(COPY, '');
      if (!source.startsWith('.') || !from.endsWith('.ts')) return null;
      const id = resolve(dirname(from), source.replace(/\.js$/, '.ts'));
      const isLater = importer.endsWith(COPY) || matches(loadedLater, importer);
      if (isLater && matches(modules, id)) return id + COPY;
      return importer.endsWith(COPY) ? id : null;
    },
    load(id) {
      return id.endsWith(COPY) ? readFileSync(id.replace(COPY, ''), 'utf8') : null;
    },
    buildEnd() {
      if (unseen.size > 0) this.error(`no module matches ${[...unseen].join(', ')}`);
    },
  };
}
