import ts from 'typescript';
import { root } from '../load.mjs';

/** Compiles modules, and returns the errors of each: the position, the length, the code and the first line of the message. */
export function diagnosticsOf(...modules) {
  const files = new Map(modules.map((code, number) => [`${root}hello-${number}.ts`, code]));
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
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.getSourceFile = (name, version, ...rest) =>
    files.has(name)
      ? ts.createSourceFile(name, files.get(name), version)
      : getSourceFile(name, version, ...rest);
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files.keys()].map((name) =>
    program.getSemanticDiagnostics(program.getSourceFile(name)).map((found) => {
      const { line, character } = found.file.getLineAndCharacterOfPosition(found.start);
      const [message] = ts.flattenDiagnosticMessageText(found.messageText, '\n').split('\n');
      return { line, character, length: found.length, code: found.code, message };
    }),
  );
}
