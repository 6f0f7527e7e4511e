import type ts from 'typescript';
import { compileNatively } from './compile-natively.js';
import { importUsed } from './import-used.js';
import { type CallableVersion, compilerOf, root, type TypeScriptVersion } from './typescript-versions.js';
import { virtualProgram } from './virtual-program.js';

export interface Snippet {
  readonly name: string;
  /** A whole module; it may import from 'clust' and use top-level await. */
  readonly code: string;
}

export interface Diagnostic {
  /** 2345 for TS2345. */
  readonly code: number;
  /** The first line of what the compiler prints. */
  readonly message: string;
  /** The lines below it, without their indent. */
  readonly details: readonly string[];
  /** Where it starts, counted from 1. */
  readonly line: number;
  readonly column: number;
  /** The text under the squiggle. */
  readonly underlined: string;
}

/**
 * Compiles many snippets in one program and returns the diagnostics of each snippet by name: an empty list if it
 * compiles. Snippets do not see each other. All of them see the exports of the module `setting`, which is checked once.
 */
export function compileSnippets(
  version: TypeScriptVersion,
  snippets: readonly Snippet[],
  setting?: string,
): Map<string, readonly Diagnostic[]> {
  const names = exportedBy(setting ?? '');
  const files = new Map(
    snippets.map(({ code }, index) => [
      `snippet-${index}.ts`,
      setting === undefined ? code : `${importUsed(code, names, './setting.js')}\n${code}`,
    ]),
  );
  if (setting !== undefined) files.set('setting.ts', setting);
  if (snippets.length !== new Set(snippets.map(({ name }) => name)).size)
    throw new Error('two snippets share a name');
  snippets.forEach(assertParses);
  const found = compileFiles(version, files);
  const [wrong] = found.get('setting.ts') ?? [];
  if (wrong) throw new Error(`setting: ${wrong.message}`);
  return new Map(snippets.map(({ name }, index) => [name, found.get(`snippet-${index}.ts`) ?? []]));
}

/** The names that a module exports, if it has one declaration or one list per line. */
function exportedBy(module: string): string[] {
  const declared = /^export (?:declare )?(?:const|function|type|interface|class|\* as) (\w+)/gm;
  const lists = [...module.matchAll(/^export \{(.*)\}/gm)].flatMap(([, list = '']) => list.split(','));
  return [
    ...[...module.matchAll(declared)].map(([, name = '']) => name),
    ...lists.map((name) => name.trim().replace(/^type /, '')),
  ];
}

/** Compiles files that may import each other, named without folders, and returns the diagnostics of each file. */
export function compileFiles(
  version: TypeScriptVersion,
  files: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly Diagnostic[]> {
  return version === '7.0' ? compileNatively(files) : compileInProcess(version, files);
}

/** Formats each diagnostic as one line, for a test that expects none. */
export function objections(found: readonly Diagnostic[] | undefined): string[] | undefined {
  return found?.map(({ code, message, underlined }) => `TS${code} at ${underlined}: ${message}`);
}

/** How many types the compiler instantiates to check this module: a cost that is the same on every machine. */
export function instantiations(code: string, version: CallableVersion = '6.0'): number {
  const path = `${root}snippet.ts`;
  const program = virtualProgram(version, new Map([[path, code]]));
  program.getSemanticDiagnostics(program.getSourceFile(path));
  return program.getInstantiationCount();
}

/** One syntax error would hide the type errors of all other snippets on the command line. */
function assertParses({ name, code }: Snippet): void {
  const compiler = compilerOf('6.0');
  const { diagnostics } = compiler.transpileModule(code, { reportDiagnostics: true });
  const [wrong] = diagnostics ?? [];
  if (!wrong) return;
  throw new Error(`snippet "${name}": ${compiler.flattenDiagnosticMessageText(wrong.messageText, ' ')}`);
}

function compileInProcess(version: CallableVersion, files: ReadonlyMap<string, string>) {
  const compiler = compilerOf(version);
  const program = virtualProgram(version, new Map([...files].map(([file, code]) => [root + file, code])));
  const [broken] = [...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics()];
  if (broken) throw new Error(compiler.flattenDiagnosticMessageText(broken.messageText, '\n'));
  const diagnosticsOf = (file: string) => program.getSemanticDiagnostics(program.getSourceFile(root + file));
  return new Map(
    [...files].map(([file, code]) => [
      file,
      diagnosticsOf(file).map((found) => readable(compiler, found, code)),
    ]),
  );
}

function readable(compiler: typeof ts, found: ts.Diagnostic, code: string): Diagnostic {
  const { start = 0, length = 0 } = found;
  const [message = '', ...details] = compiler
    .flattenDiagnosticMessageText(found.messageText, '\n')
    .split('\n');
  const before = code.slice(0, start).split('\n');
  return {
    code: found.code,
    message,
    details: details.map((line) => line.trim()),
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    underlined: code.slice(start, start + length),
  };
}
