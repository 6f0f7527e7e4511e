import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { root } from '../support/typescript-versions.js';

/** What an application pays for one streamed call. Raise a budget only in the commit that needs it, with the reason. */
const budget = 20_000;

const program = `
  import { Client, MessagesRequestBuilder } from 'clust';

  const request = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(1024).user('Hello').build();
  for await (const text of Client.fromEnv().createMessageStream(request).textStream()) console.log(text);
`;

test(`a bundle with one streamed call is at most ${budget} bytes, minified and gzipped, and needs no Node`, async () => {
  const { outputFiles, metafile } = await build({
    stdin: { contents: program, resolveDir: root },
    alias: { clust: `${root}dist/index.js` },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    metafile: true,
    write: false,
  });
  const [{ contents, text } = { contents: new Uint8Array(), text: '' }] = outputFiles;
  const size = gzipSync(contents, { level: 9 }).length;
  process.stdout.write(
    `core bundle: ${size} bytes gzipped, ${contents.length} minified (budget ${budget})\n`,
  );

  expect(size).toBeLessThanOrEqual(budget);
  expect(text.match(/xmlbuilder2|node:/g)).toBeNull();
  expect(
    Object.keys(metafile.inputs).filter(
      (path) => /node_modules/.test(path) && !/\/(ky|eventsource-parser)\//.test(path),
    ),
  ).toEqual([]);
});
