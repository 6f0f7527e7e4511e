// A function for each bundler, which builds a program and returns its files and the warnings. The bundlers are loaded from
// the given folder.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Turns off the warning that a plugin takes most of the build time, which is expected here. */
const checks = { pluginTimings: false };

/** The bundlers that are installed in a folder. */
export async function builders(folder) {
  const require = createRequire(join(folder, 'package.json'));
  const from = (name) => import(pathToFileURL(require.resolve(name)));
  const esbuild = require('esbuild');
  const { rollup } = await from('rollup');
  const { nodeResolve } = await from('@rollup/plugin-node-resolve');
  const { rolldown } = await import(pathToFileURL(join(folder, 'node_modules/rolldown/dist/index.mjs')));
  const vite = await import(pathToFileURL(join(folder, 'node_modules/vite/dist/node/index.js')));
  const webpack = require('webpack');
  const { rspack } = await import(pathToFileURL(join(folder, 'node_modules/@rspack/core/dist/index.js')));
  writeFileSync(
    join(folder, 'strip-types.cjs'),
    "module.exports = (source) => require('esbuild').transformSync(source, { loader: 'ts' }).code;\n",
  );

  const byEsbuild =
    (options) =>
    async (entry, plugins = {}) => {
      const { outputFiles, warnings } = await esbuild.build({
        entryPoints: [entry],
        absWorkingDir: folder,
        bundle: true,
        minify: true,
        write: false,
        outdir: join(folder, 'out'),
        target: 'es2022',
        format: 'iife',
        logLevel: 'silent',
        plugins: [plugins.esbuild?.()].flat().filter(Boolean),
        ...options,
      });
      const files = new Map(
        outputFiles.map(({ path, text }) => [path.slice(join(folder, 'out/').length), text]),
      );
      return { files, warnings: warnings.map(({ text }) => text) };
    };

  /** webpack and Rspack take the same options. */
  const byWebpack =
    (run, plugin, oneChunk, loader) =>
    async (entry, plugins = {}) => {
      const stats = await new Promise((resolve, reject) =>
        run(
          {
            mode: 'production',
            target: 'web',
            context: folder,
            entry: join(folder, entry),
            output: { path: join(folder, 'out', plugin), filename: 'bundle.js' },
            performance: { hints: false },
            module: { rules: [{ test: /\.ts$/, resourceQuery: { not: [/tools/] }, use: loader }] },
            plugins: [oneChunk, plugins[plugin]?.()].filter(Boolean),
          },
          (error, done) => (error ? reject(error) : resolve(done)),
        ),
      );
      const { errors = [], warnings = [] } = stats.toJson({ errors: true, warnings: true });
      if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
      const code = readFileSync(join(folder, 'out', plugin, 'bundle.js'), 'utf8');
      return { files: new Map([['bundle.js', code]]), warnings: warnings.map(({ message }) => message) };
    };

  return {
    'esbuild, browser': byEsbuild({ platform: 'browser' }),
    'esbuild, browser, split': byEsbuild({ platform: 'browser', format: 'esm', splitting: true }),
    'esbuild, neutral': byEsbuild({ platform: 'neutral', mainFields: ['module', 'main'] }),
    'esbuild, node (a Lambda file)': byEsbuild({ platform: 'node', format: 'cjs' }),
    rollup: async (entry, plugins = {}) => {
      const warnings = [];
      const stripTypes = {
        name: 'strip-types',
        transform: (code, id) =>
          /\.ts$/.test(id) ? esbuild.transformSync(code, { loader: 'ts' }).code : null,
      };
      const bundle = await rollup({
        input: join(folder, entry),
        onwarn: ({ message }) => warnings.push(message),
        plugins: [plugins.rollup?.(), stripTypes, nodeResolve({ browser: true })].filter(Boolean),
      });
      const { output } = await bundle.generate({
        format: 'iife',
        name: 'bundle',
        inlineDynamicImports: true,
      });
      const { code } = await esbuild.transform(output[0].code, { minify: true, target: 'es2022' });
      return { files: new Map([['bundle.js', code]]), warnings };
    },
    rolldown: async (entry, plugins = {}) => {
      const warnings = [];
      const bundle = await rolldown({
        input: join(folder, entry),
        cwd: folder,
        platform: 'browser',
        checks,
        onLog: (_, { message }) => warnings.push(message),
        plugins: [plugins.rolldown?.()].filter(Boolean),
      });
      const { output } = await bundle.generate({ format: 'esm', minify: true, entryFileNames: 'bundle.js' });
      await bundle.close();
      return { files: new Map(output.map(({ fileName, code }) => [fileName, code])), warnings };
    },
    vite: async (entry, plugins = {}) => {
      const warnings = [];
      const warn = (message) => warnings.push(message);
      const outDir = join(folder, 'out/vite');
      await vite.build({
        root: folder,
        configFile: false,
        logLevel: 'warn',
        customLogger: { ...vite.createLogger('silent'), warn, warnOnce: warn },
        plugins: [plugins.vite?.()].filter(Boolean),
        build: {
          outDir,
          emptyOutDir: true,
          minify: true,
          target: 'es2022',
          rolldownOptions: { checks },
          lib: { entry: join(folder, entry), formats: ['es'], fileName: 'bundle' },
        },
      });
      const names = readdirSync(outDir, { recursive: true }).filter((name) => /\.m?js$/.test(name));
      return {
        files: new Map(names.map((name) => [name, readFileSync(join(outDir, name), 'utf8')])),
        warnings,
      };
    },
    webpack: byWebpack(webpack, 'webpack', new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 }), [
      join(folder, 'strip-types.cjs'),
    ]),
    rspack: byWebpack(rspack, 'rspack', new rspack.optimize.LimitChunkCountPlugin({ maxChunks: 1 }), [
      { loader: 'builtin:swc-loader', options: { jsc: { parser: { syntax: 'typescript' } } } },
    ]),
  };
}
