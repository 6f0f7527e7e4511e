import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const inside = (path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Bundles the editor of the playground and its two workers. This is not left to the bundler of the site, which takes a minute
 * for Monaco; esbuild takes seconds.
 */
export async function writePlaygroundEditor(out) {
  await build({
    entryPoints: {
      editor: inside('../playground/editor.mjs'),
      'editor-worker': inside('../node_modules/monaco-editor/esm/vs/editor/editor.worker.js'),
      'typescript-worker': inside(
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
