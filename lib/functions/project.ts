import { dirname, resolve } from 'node:path';
import type { ts } from 'ts-json-schema-generator';
import { type Generator, loadGenerator } from './load-generator.js';

/** Where the options of the compiler come from. */
export interface ProjectOptions {
  /** The folder whose `node_modules` has ts-json-schema-generator. */
  readonly folder: string;
  /** A `tsconfig.json`; the nearest one above each file unless it is given. */
  readonly tsconfig?: string | undefined;
}

/**
 * The sources of a user, as the compiler sees them. What did not change is read and parsed once: the second program of
 * a project costs a tenth of the first.
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

  /** A program of one file and what it imports, as they are on disk now. */
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
    // Without `strictNullChecks` a parameter that takes null could not be told from one that does not.
    return { ...withModules(options, ts), noEmit: true, skipLibCheck: true, strictNullChecks: true };
  }
}

/** The defaults of the compiler find no package with `exports`. */
function withModules(options: ts.CompilerOptions, compiler: Generator['ts']): ts.CompilerOptions {
  if (options.module !== undefined || options.moduleResolution !== undefined) return options;
  const module = compiler.ModuleKind.ESNext;
  const moduleResolution = compiler.ModuleResolutionKind.Bundler;
  return { target: compiler.ScriptTarget.ES2022, ...options, module, moduleResolution };
}
