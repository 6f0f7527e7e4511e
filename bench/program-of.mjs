import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** A TypeScript program of one file that is not on disk. Packages resolve from the path of the file; clust resolves to `dist/`. */
export function programOf(file, text) {
  const options = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    paths: { clust: [fileURLToPath(new URL('../dist/index.d.ts', import.meta.url))] },
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022) : getSourceFile(name, ...rest);
  return ts.createProgram([file], options, host);
}
