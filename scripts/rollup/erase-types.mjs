import { dirname, resolve } from 'node:path';
import ts from 'typescript';
import { COPY } from './own-copies.mjs';

/** Removes the types from each module by itself, as `isolatedModules` allows. `npm run typecheck` reports type errors. */
export function eraseTypes() {
  const compilerOptions = {
    // Keeps classes as they are written. For ES2022 the compiler adds `_a = Builder` after a class whose private methods
    // name it, and a bundler then keeps the class in programs that never use it.
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    verbatimModuleSyntax: true,
  };
  return {
    name: 'erase-types',
    resolveId(source, importer = '') {
      if (!source.startsWith('.') || !importer.endsWith('.ts')) return null;
      // The same as `sideEffects: false` in package.json. Without it rollup keeps `import './unused.js'`.
      return { id: resolve(dirname(importer), source.replace(/\.js$/, '.ts')), moduleSideEffects: false };
    },
    transform(code, id) {
      const fileName = id.replace(COPY, '');
      if (!fileName.endsWith('.ts')) return null;
      return { code: ts.transpileModule(code, { compilerOptions, fileName }).outputText, map: null };
    },
  };
}
