import { transform } from 'esbuild';

/** Minifies one chunk, of a package that is four times as large otherwise, and removes its writes to the console. */
export function minifyChunk(name) {
  return {
    name: 'minify-chunk',
    async renderChunk(code, chunk) {
      if (chunk.name !== name) return null;
      const options = { minify: true, target: 'es2022', drop: ['console'], legalComments: 'none' };
      return { code: (await transform(code, options)).code, map: null };
    },
  };
}
