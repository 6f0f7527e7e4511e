import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import { ValidationError } from '../errors/validation-error.js';
import type { FunctionTool } from '../functions/function-tool.js';
import { printDeclarations } from '../functions/print-declarations.js';

const header = '// The types of `?tools` imports, written by clust/unplugin.\n';

/** The file with the types of `?tools` imports. */
export class Declarations {
  readonly #path: string;
  /** By source, as a path relative to this file. */
  readonly #blocks: Map<string, string>;
  readonly #loaded = new Map<string, string>();

  constructor(path: string) {
    this.#path = path;
    this.#blocks = this.#readBlocks();
  }

  /**
   * Declares the module of a file, and writes the file if it has changed.
   *
   * @throws {ValidationError} For a second file of the same name, since the compiler matches only the end of an import.
   */
  add(file: string, tools: readonly FunctionTool[]): void {
    const name = basename(file);
    const other = this.#loaded.get(name);
    if (other !== undefined && other !== file) {
      const message = `the types of ${name}?tools are those of ${other} already: rename one of the files, or write its module with clust tools`;
      throw new ValidationError([{ path: file, rule: 'function-source', message }]);
    }
    this.#loaded.set(name, file);
    const source = relative(dirname(this.#path), file).replaceAll('\\', '/');
    for (const known of this.#blocks.keys()) if (basename(known) === name) this.#blocks.delete(known);
    this.#blocks.set(source, printDeclarations(`*/${name}?tools`, tools));
    const text = [
      header,
      ...[...this.#blocks].toSorted().map(([from, block]) => `// ${from}\n${block}`),
    ].join('\n');
    if (!existsSync(this.#path) || readFileSync(this.#path, 'utf8') !== text) writeFileSync(this.#path, text);
  }

  /** Reads what an earlier build wrote: a development server loads few modules, and the others must stay. */
  #readBlocks(): Map<string, string> {
    if (!existsSync(this.#path)) return new Map();
    const found = readFileSync(this.#path, 'utf8').matchAll(/^\/\/ (.+)\n(declare module [\s\S]*?^\}\n)/gm);
    const blocks = Array.from(found, ([, source = '', block = '']) => [source, block] as const);
    return new Map(blocks.filter(([source]) => existsSync(resolve(dirname(this.#path), source))));
  }
}
