import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const resolve = (path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Bundles the editor of the playground and its two workers. It uses esbuild, because the bundler of the site takes a minute for
 * Monaco and esbuild takes seconds.
 */
export async function writePlaygroundEditor(out) {
  await build({
    entryPoints: {
      editor: resolve('../playground/editor.mjs'),
      'editor-worker': resolve('../node_modules/monaco-editor/esm/vs/editor/editor.worker.js'),
      'typescript-worker': resolve(
        '../node_modules/monaco-editor/esm/vs/languages/features/typescript/ts.worker.js',
      ),
    },
    outdir: out,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    loader: { '.ttf': 'file' },
    assetNames: '[name]',
    chunkNames: 'chunks/[name]-[hash]',
    logLevel: 'warning',
  });
}
