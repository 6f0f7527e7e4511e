import { dirname, resolve } from 'node:path';
import type { ts } from 'ts-json-schema-generator';
import { addInlineComments } from './inline-comments.js';
import { type Generator, loadGenerator } from './load-generator.js';

/** The source of the compiler options. */
export interface ProjectOptions {
  /** The folder whose `node_modules` contains ts-json-schema-generator. */
  readonly folder: string;
  /** A `tsconfig.json`. Default: the nearest one above each file. */
  readonly tsconfig?: string | undefined;
}

/**
 * The source files of a user's project. Unchanged files are parsed once: a second program takes a tenth of the time of
 * the first.
 */
export class Project {
  readonly generator: Generator;
  readonly #tsconfig: string | undefined;
  readonly #parsed = new Map<string, { readonly text: string; readonly source: ts.SourceFile }>();
  readonly #programs = new Map<string, ts.Program>();

  constructor({ folder, tsconfig }: ProjectOptions) {
    this.generator = loadGenerator(folder);
    this.#tsconfig = tsconfig && resolve(folder, tsconfig);
  }

  /** A program of one file and its imports, as they are on disk now. */
  programOf(file: string): ts.Program {
    const { ts } = this.generator;
    const options = this.#optionsFor(file);
    const program = ts.createProgram([file], options, this.#hostFor(options), this.#programs.get(file));
    this.#programs.set(file, program);
    return program;
  }

  #hostFor(compilerOptions: ts.CompilerOptions): ts.CompilerHost {
    const disk = this.generator.ts.createCompilerHost(compilerOptions, true);
    return {
      ...disk,
      getSourceFile: (path, options, ...rest) => {
        const text = disk.readFile(path);
        const known = this.#parsed.get(path);
        if (known !== undefined && known.text === text) return known.source;
        const source = disk.getSourceFile(path, options, ...rest);
        if (source !== undefined && text !== undefined) this.#parsed.set(path, { text, source });
        if (source !== undefined && !path.includes('/node_modules/'))
          addInlineComments(source, this.generator.ts);
        return source;
      },
    };
  }

  #optionsFor(file: string): ts.CompilerOptions {
    const { ts } = this.generator;
    const config = this.#tsconfig ?? ts.findConfigFile(dirname(file), ts.sys.fileExists);
    const { options = {} } =
      config === undefined
        ? {}
        : ts.parseJsonConfigFileContent(
            ts.readConfigFile(config, ts.sys.readFile).config ?? {},
            { ...ts.sys, readDirectory: () => [] },
            dirname(config),
            undefined,
            config,
          );
    // Without `strictNullChecks`, a parameter that accepts null would look the same as one that does not.
    return { ...withModules(options, ts), noEmit: true, skipLibCheck: true, strictNullChecks: true };
  }
}

/** The compiler's default module resolution ignores the `exports` of packages. */
function withModules(options: ts.CompilerOptions, compiler: Generator['ts']): ts.CompilerOptions {
  if (options.module !== undefined || options.moduleResolution !== undefined) return options;
  const module = compiler.ModuleKind.ESNext;
  const moduleResolution = compiler.ModuleResolutionKind.Bundler;
  return { target: compiler.ScriptTarget.ES2022, ...options, module, moduleResolution };
}
