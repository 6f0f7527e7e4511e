import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const root = new URL('../..', import.meta.url).pathname.replace(/\/$/, '');

/** Bytes of one streamed call, bundled for a browser, minified and gzipped: what is loaded before it runs. */
export async function measureBundle({ streamedCall }) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: streamedCall, resolveDir: new URL('.', import.meta.url).pathname },
    absWorkingDir: root,
    alias: { clust: `${root}/dist/index.js` },
    bundle: true,
    splitting: true,
    outdir: '.cache/bench',
    minify: true,
    format: 'esm',
    platform: 'browser',
    external: ['node:*'],
    target: 'es2022',
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  const atOnce = new Set(
    Object.keys(metafile.outputs).filter((file) => metafile.outputs[file].entryPoint === '<stdin>'),
  );
  for (const file of atOnce) {
    for (const { path, kind } of metafile.outputs[file].imports)
      if (kind === 'import-statement') atOnce.add(path);
  }
  return outputFiles
    .filter(({ path }) => [...atOnce].some((file) => path.endsWith(file)))
    .reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0);
}
