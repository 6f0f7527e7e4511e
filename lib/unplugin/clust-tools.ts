import { dirname, resolve } from 'node:path';
import { createUnplugin } from 'unplugin';
import { bundledModule } from '../functions/generate-module.js';
import { Project } from '../functions/project.js';
import { Declarations } from './declarations.js';

/** The options of the plugin. */
export interface ToolsPluginOptions {
  /**
   * The file for the types of `?tools` imports, or `false` for none.
   *
   * @default 'clust-tools.d.ts'
   */
  readonly dts?: string | false | undefined;
  /** The file with the compiler options. Default: the nearest `tsconfig.json` above each file. */
  readonly tsconfig?: string | undefined;
}

/** The plugin for each bundler. */
export interface ToolsPlugin {
  readonly vite: (options?: ToolsPluginOptions) => NamedPlugin;
  readonly rollup: (options?: ToolsPluginOptions) => NamedPlugin;
  readonly rolldown: (options?: ToolsPluginOptions) => NamedPlugin;
  readonly esbuild: (
    options?: ToolsPluginOptions,
  ) => NamedPlugin & { setup(build: unknown): void | Promise<void> };
  readonly webpack: (options?: ToolsPluginOptions) => { apply(compiler: unknown): void };
  readonly rspack: (options?: ToolsPluginOptions) => { apply(compiler: unknown): void };
}

/** The plugin for Rollup and compatible bundlers. */
export interface NamedPlugin {
  name: string;
}

const query = /\.[cm]?tsx?\?tools$/;

/**
 * Serves `./weather.ts?tools`: the module that `clust tools src/weather.ts` would write, without a generated file in
 * the repository. It is generated again when the functions change.
 *
 * Needs `unplugin` and `ts-json-schema-generator` in the project. Works with Vite, Rollup, Rolldown, esbuild, webpack
 * and Rspack.
 *
 * @throws {ValidationError} Fails the build, with every function that cannot be a tool and its position.
 *
 * @example
 * ```ts
 * import { clustTools } from 'clust/unplugin';
 *
 * export default { plugins: [clustTools.vite({ dts: 'src/clust-tools.d.ts' })] };
 * ```
 */
// It has its own types instead of those of six bundlers, since a project has only one or two of them.
export const clustTools = createUnplugin(({ dts, tsconfig }: ToolsPluginOptions = {}) => {
  const folder = process.cwd();
  const declarations =
    dts === false ? undefined : new Declarations(resolve(folder, dts ?? 'clust-tools.d.ts'));
  let project: Project | undefined;
  return {
    name: 'clust-tools',
    enforce: 'pre',
    resolveId: {
      filter: { id: query },
      handler(id, importer) {
        if (importer === undefined || !id.startsWith('.')) return null;
        return resolve(dirname(withoutQuery(importer)), id);
      },
    },
    load: {
      filter: { id: query },
      handler(id) {
        project ??= new Project({ folder, tsconfig });
        const file = withoutQuery(id);
        const { code, sources, tools } = bundledModule(project, file);
        for (const source of sources) this.addWatchFile(source);
        declarations?.add(file, tools);
        return code;
      },
    },
  };
}) as unknown as ToolsPlugin;

function withoutQuery(id: string): string {
  return id.replace(/\?.*$/, '');
}
