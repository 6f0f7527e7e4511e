import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';
import { root } from '../support/typescript-versions.js';

type Condition = 'import' | 'require';
type Entry = { readonly [Format in Condition]?: { readonly types: string; readonly default: string } };

const { exports } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
  readonly exports: { readonly [subpath: string]: Entry | string };
};

/** Each entry in each format, with its declaration file and its code file. */
const built = Object.entries(exports).flatMap(([subpath, entry]) =>
  typeof entry === 'string'
    ? []
    : (['import', 'require'] as const).flatMap((condition) => {
        const files = entry[condition];
        return files ? [{ subpath, condition, types: files.types, code: files.default }] : [];
      }),
);

describe('the exports of package.json', () => {
  const program = ts.createProgram({
    rootNames: built.map(({ types }) => root + types.slice(2)),
    options: { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ESNext, noLib: true, types: [] },
  });
  const checker = program.getTypeChecker();

  /** The names of the values that a declaration file exports. */
  function declared(types: string): string[] {
    const file = program.getSourceFile(root + types.slice(2));
    const symbol = file && checker.getSymbolAtLocation(file);
    const all = symbol ? checker.getExportsOfModule(symbol) : [];
    return all
      .filter((name) => {
        const meant = name.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(name) : name;
        return (meant.flags & ts.SymbolFlags.Value) !== 0;
      })
      .map(({ name }) => name)
      .sort();
  }

  // unplugin is only an ES module. Node can require one, but jest cannot.
  const loadable = built.filter(
    ({ subpath, condition }) => subpath !== './unplugin' || condition === 'import',
  );

  test.each(loadable)(
    '$subpath ($condition) exports the values that it declares',
    async ({ condition, types, code }) => {
      const path = root + code.slice(2);
      const module: object =
        condition === 'import' ? await import(path) : createRequire(import.meta.url)(path);
      const names = declared(types);
      expect(names.length).toBeGreaterThan(0);
      expect(names).toEqual(Object.keys(module).sort());
    },
  );

  test.each(built)('$subpath ($condition) declares no type under a numbered name', ({ types }) => {
    // When two source files use one name, the bundler of the declarations numbers it: `Offer$1`.
    expect(readFileSync(root + types.slice(2), 'utf8').match(/\b[A-Z]\w*\$\d+\b/g)).toBeNull();
  });

  test('have at least eight combinations of entry and format', () => {
    expect(built.length).toBeGreaterThanOrEqual(8);
  });
});
