import { dirname, resolve } from 'node:path';
import { createUnplugin } from 'unplugin';
import { bundledModule } from '../functions/generate-module.js';
import { Project } from '../functions/project.js';
import { Declarations } from './declarations.js';

/** What the plugin is told. */
export interface ToolsPluginOptions {
  /**
   * Where the types of `?tools` imports are written, or `false` for nowhere.
   *
   * @default 'clust-tools.d.ts'
   */
  readonly dts?: string | false | undefined;
  /** The compiler options. The nearest `tsconfig.json` above each file unless it is given. */
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

/** A plugin as Rollup and its relatives have it. */
export interface NamedPlugin {
  name: string;
}

const query = /\.[cm]?tsx?\?tools$/;

/**
 * Serves `./weather.ts?tools`: the module of tools that `clust tools src/weather.ts` would write, without a file that is
 * checked in. The tools are read again when the functions change.
 *
 * Needs `unplugin` and `ts-json-schema-generator` in the project. Runs with Vite, Rollup, Rolldown, esbuild, webpack and
 * Rspack.
 *
 * @throws ValidationError, which fails the build, with every function that cannot be a tool and its position.
 *
 * @example
 * ```ts
 * import { clustTools } from 'clust/unplugin';
 *
 * export default { plugins: [clustTools.vite({ dts: 'src/clust-tools.d.ts' })] };
 * ```
 */
// Its own types, without those of six bundlers: a project has one or two of them.
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
