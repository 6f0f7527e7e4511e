import ts from 'typescript';
import { root } from '../load.mjs';

const path = `${root}hello.ts`;

/** What TypeScript objects to in a module that imports clust: where, under what, and the first line of what it says. */
export function diagnosticsOf(code) {
  const options = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: [
      'lib.es2023.d.ts',
      'lib.dom.d.ts',
      'lib.dom.iterable.d.ts',
      'lib.dom.asynciterable.d.ts',
      'lib.esnext.disposable.d.ts',
    ],
    types: ['node'],
    paths: { clust: [`${root}lib/index.ts`] },
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile } = host;
  host.getCurrentDirectory = () => root;
  host.fileExists = (name) => name === path || fileExists(name);
  host.getSourceFile = (name, version, ...rest) =>
    name === path ? ts.createSourceFile(name, code, version) : getSourceFile(name, version, ...rest);
  const program = ts.createProgram([path], options, host);
  return program.getSemanticDiagnostics(program.getSourceFile(path)).map((found) => {
    const { line, character } = found.file.getLineAndCharacterOfPosition(found.start);
    const [message] = ts.flattenDiagnosticMessageText(found.messageText, '\n').split('\n');
    return { line, character, length: found.length, code: found.code, message };
  });
}
