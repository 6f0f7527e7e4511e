import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { ts } from 'ts-json-schema-generator';
import type { FunctionTool } from './function-tool.js';
import type { Generator } from './load-generator.js';
import { printModule } from './print-module.js';
import type { Project } from './project.js';
import { readTools } from './read-tools.js';

/** The generated module of tools. */
export interface GeneratedModule {
  readonly code: string;
  /** The files that it depends on. If one of them changes, the module may change too. */
  readonly sources: readonly string[];
}

/**
 * Generates the module with the tools of the functions that `file` exports, to be written to `out`. Both are absolute
 * paths.
 *
 * @throws {ValidationError} With every problem and its position.
 */
export function generateModule(project: Project, file: string, out: string): GeneratedModule {
  const { tools, sources, options } = readTools(project, file);
  // Relative to the package, so that the module does not depend on the working directory.
  const root = packageOf(file);
  const place = out === defaultOutput(file) ? '' : ` --out ${pathFrom(root, out)}`;
  const header = [
    'Generated from documented functions. Edit those, then run:',
    `npx clust tools ${pathFrom(root, file)}${place}`,
  ];
  const specifier = importPath(dirname(out), file, options, project.generator);
  return { code: printModule(tools, { header, specifier, language: 'ts' }), sources };
}

/** The same for a bundler: JavaScript that imports the functions from their original file. */
export function bundledModule(
  project: Project,
  file: string,
): GeneratedModule & { readonly tools: readonly FunctionTool[] } {
  const { tools, sources } = readTools(project, file);
  const specifier = file.replaceAll('\\', '/');
  return { code: printModule(tools, { header: [], specifier, language: 'js' }), sources, tools };
}

/** `src/weather.tools.ts` for `src/weather.ts`. */
export function defaultOutput(file: string): string {
  return file.replace(/(\.[cm]?ts)x?$/, '.tools$1');
}

/** Uses the extension of the project's own imports: that of TypeScript, of JavaScript, or none. */
function importPath(folder: string, file: string, options: ts.CompilerOptions, { ts }: Generator): string {
  const path = pathFrom(folder, file);
  const local = path.startsWith('../') ? path : `./${path}`;
  if (options.allowImportingTsExtensions || options.rewriteRelativeImportExtensions) return local;
  const ofNode = (options.module ?? 0) >= ts.ModuleKind.Node16 && options.module !== ts.ModuleKind.Preserve;
  const needsEnding = ofNode || /\.[cm]ts$/.test(local);
  return local.replace(/\.([cm]?)tsx?$/, needsEnding ? '.$1js' : '');
}

function packageOf(file: string): string {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder))
    if (existsSync(join(folder, 'package.json'))) return folder;
  return dirname(file);
}

function pathFrom(folder: string, file: string): string {
  return relative(folder, file).replaceAll('\\', '/');
}
