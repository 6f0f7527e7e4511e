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
    isValue: (target.flags & compiler.SymbolFlags.Value) !== 0,
    comment: compiler.displayPartsToString(target.getDocumentationComment(checker)),
    tags: target.getJsDocTags(checker).map((tag) => tag.name),
  };
});

describe('every public name', () => {
  test('has a doc comment', () => {
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter(({ comment }) => comment === '').map(({ name }) => name)).toEqual([]);
  });

  test('has an example, unless it is a type, an error or a guard', () => {
    const used = names.filter(
      ({ name, isValue }) => isValue && !name.endsWith('Error') && !name.startsWith('is'),
    );
    expect(used.filter(({ tags }) => !tags.includes('example')).map(({ name }) => name)).toEqual([]);
  });
});
