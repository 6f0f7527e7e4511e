import type ts from 'typescript';
import { type CallableVersion, clustPaths, compilerOf, requireOnce, root } from './typescript-versions.js';

/** The compiler options for snippets: `strict`, and nothing that a user would not have. */
export function compilerOptions(): Record<string, unknown> {
  return {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: 'ES2022',
    lib: ['ES2023', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable', 'ESNext.Disposable'],
    module: 'ESNext',
    moduleResolution: 'Bundler',
    moduleDetection: 'force',
    types: ['node'],
    typeRoots: [`${root}node_modules/@types`],
    paths: clustPaths(),
  };
}

export function parsedOptions(compiler: typeof ts): ts.CompilerOptions {
  const { options, errors } = compiler.convertCompilerOptionsFromJson(compilerOptions(), root);
  const [error] = errors;
  if (error) throw new Error(compiler.flattenDiagnosticMessageText(error.messageText, '\n'));
  return options;
}

/** Shared by all test files of a worker, because the DOM types alone take longer to parse than all snippets. */
const parsed: Map<string, ts.SourceFile | undefined> = requireOnce('./parsed-files.cjs');

/** A program of files in memory, which can import files on disk. */
export function virtualProgram(version: CallableVersion, files: ReadonlyMap<string, string>): ts.Program {
  const compiler = compilerOf(version);
  const options = parsedOptions(compiler);
  const disk = compiler.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    getCurrentDirectory: () => root,
    fileExists: (path) => files.has(path) || disk.fileExists(path),
    readFile: (path) => files.get(path) ?? disk.readFile(path),
    getSourceFile(path, languageVersion) {
      const code = files.get(path);
      if (code !== undefined) return compiler.createSourceFile(path, code, languageVersion);
      const key = `${version} ${path}`;
      if (!parsed.has(key)) parsed.set(key, disk.getSourceFile(path, languageVersion));
      return parsed.get(key);
    },
  };
  return compiler.createProgram([...files.keys()], options, host);
}
