import type { ts } from 'ts-json-schema-generator';
import type { Problem } from '../errors/validation-error.js';
import { type Documentation, documentationOf } from './documentation.js';
import type { Generator } from './load-generator.js';
import { sourceProblem } from './source-problem.js';

/** A function that a file exports. */
export interface ExportedFunction {
  /** The name of the export, which may be `default`. */
  readonly exportName: string;
  /** The name of the function. */
  readonly name: string;
  readonly signature: ts.Signature;
  /** The node for errors about the function as a whole. */
  readonly node: ts.Node;
  readonly documentation: Documentation;
}

/** The functions of a file that become tools: those with `@tool`, or all exported ones if none has it. */
export function exportedFunctions(
  source: ts.SourceFile,
  generator: Generator,
  program: ts.Program,
  problems: Problem[],
): readonly ExportedFunction[] {
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(source);
  // The compiler lists function declarations first, so they are sorted by their order in the file.
  const exported = (module === undefined ? [] : checker.getExportsOfModule(module)).toSorted(
    (one, other) => positionOf(one) - positionOf(other),
  );
  const functions = exported.flatMap((symbol) => {
    const documentation = documentationOf(targetOf(symbol, generator, checker), checker);
    return { symbol, documentation };
  });
  const tagged = functions.filter(({ documentation }) => documentation.tags.has('tool'));
  const chosen = tagged.length > 0 ? tagged : functions;
  return chosen.flatMap(({ symbol, documentation }) => {
    const target = targetOf(symbol, generator, checker);
    const node = target.valueDeclaration;
    if (node === undefined) return [];
    const [signature, ...others] = checker.getTypeOfSymbol(target).getCallSignatures();
    if (signature === undefined) return [];
    const nameNode = generator.ts.getNameOfDeclaration(node);
    const at = nameNode ?? node;
    const name = symbol.name === 'default' ? (nameNode?.getText() ?? '') : symbol.name;
    if (name === '') {
      problems.push(
        sourceProblem(at, 'function-name', 'the function that is exported by default needs a name'),
      );
      return [];
    }
    if (others.length > 0) {
      const message = `${name} has ${others.length + 1} signatures: a tool has one, so write a function with one`;
      problems.push(sourceProblem(at, 'function-signature', message));
      return [];
    }
    return { exportName: symbol.name, name, signature, node: at, documentation };
  });
}

/** The target of `export { name } from …`. */
function targetOf(symbol: ts.Symbol, { ts }: Generator, checker: ts.TypeChecker): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

function positionOf({ declarations: [node] = [] }: ts.Symbol): number {
  return node?.pos ?? 0;
}
