import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const root = new URL('../..', import.meta.url).pathname.replace(/\/$/, '');

/**
 * The size of one streamed call, bundled for a browser, minified and gzipped, in bytes. Chunks that are imported dynamically
 * do not count.
 */
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
  const initialFiles = new Set(
    Object.keys(metafile.outputs).filter((file) => metafile.outputs[file].entryPoint === '<stdin>'),
  );
  for (const file of initialFiles) {
    for (const { path, kind } of metafile.outputs[file].imports)
      if (kind === 'import-statement') initialFiles.add(path);
  }
  return outputFiles
    .filter(({ path }) => [...initialFiles].some((file) => path.endsWith(file)))
    .reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0);
}
