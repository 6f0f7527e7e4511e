import { describe, expect, test } from '@jest/globals';
import { compilerOf, root } from '../support/typescript-versions.js';
import { virtualProgram } from '../support/virtual-program.js';

const compiler = compilerOf('6.0');
const program = virtualProgram('6.0', new Map([[`${root}names.ts`, `export * from 'clust';`]]));
const checker = program.getTypeChecker();
const map = program.getSourceFile(`${root}dist/index.d.ts`);
const module = map && checker.getSymbolAtLocation(map);
const names = (module ? checker.getExportsOfModule(module) : []).map((symbol) => {
  const target = symbol.flags & compiler.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return {
    name: symbol.name,
    runs: (target.flags & compiler.SymbolFlags.Value) !== 0,
    says: compiler.displayPartsToString(target.getDocumentationComment(checker)),
    tags: target.getJsDocTags(checker).map((tag) => tag.name),
  };
});

describe('every public name', () => {
  test('says what it is', () => {
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter(({ says }) => says === '').map(({ name }) => name)).toEqual([]);
  });

  test('has an example, if it is more than a type or an error', () => {
    const used = names.filter(({ name, runs }) => runs && !name.endsWith('Error') && !name.startsWith('is'));
    expect(used.filter(({ tags }) => !tags.includes('example')).map(({ name }) => name)).toEqual([]);
  });
});
