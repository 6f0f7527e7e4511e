import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { build, type Metafile } from 'esbuild';
import { root } from '../support/typescript-versions.js';

/**
 * What an application pays for one streamed call. Raise a budget only in the commit that needs it, with the reason.
 *
 * The aim is 33 kB. What is above it are the rules that were added since it was set: the rules and the builder, each rule with
 * its sentence, take 16 kB, ky and eventsource-parser 5.6 kB of the whole.
 */
const budget = 43_650;

/**
 * The same in one file, for a bundler without code splitting: what is loaded later is in it, too. These are the endpoints
 * beside messages, which are members of every client.
 */
const budgetInOneFile = 56_320;

const program = `
  import { Client, MessagesRequestBuilder } from 'clust';

  const request = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(1024).user('Hello').build();
  for await (const text of Client.fromEnv().createMessageStream(request).textStream()) console.log(text);
`;

/** The files that are loaded before the program runs: the entry, and what it imports, but nothing it imports later. */
function loadedAtOnce({ outputs }: Metafile): string[] {
  // What is loaded later is an entry too.
  const entry = Object.keys(outputs).find((file) => outputs[file]?.entryPoint === '<stdin>');
  const files = new Set(entry === undefined ? [] : [entry]);
  for (const file of files) {
    for (const { path, kind } of outputs[file]?.imports ?? [])
      if (kind === 'import-statement') files.add(path);
  }
  return [...files];
}

const bundle = (splitting: boolean, contents = program, external: string[] = []) =>
  build({
    stdin: { contents, resolveDir: root },
    external,
    alias: { clust: `${root}dist/index.js` },
    bundle: true,
    splitting,
    outdir: `${root}.cache/size`,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    metafile: true,
    write: false,
  });

const sizeOf = (files: readonly { readonly contents: Uint8Array }[]) =>
  files.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0);

test(`what one streamed call loads is at most ${budget} bytes, minified and gzipped, and needs no Node`, async () => {
  const { outputFiles, metafile, warnings } = await bundle(true);
  const names = loadedAtOnce(metafile);
  const loaded = outputFiles.filter(({ path }) => names.some((name) => path.endsWith(name)));
  const size = sizeOf(loaded);
  process.stdout.write(`core bundle, split: ${size} bytes gzipped (budget ${budget})\n`);

  expect(warnings).toEqual([]);
  expect(loaded.length).toBe(names.length);
  expect(size).toBeGreaterThan(0);
  expect(size).toBeLessThanOrEqual(budget);
  expect(loaded.map(({ text }) => text.match(/xmlbuilder2|node:|max_pauses/g))).toEqual(
    loaded.map(() => null),
  );
  expect(
    Object.keys(metafile.inputs).filter(
      (path) => /node_modules/.test(path) && !/\/(ky|eventsource-parser)\//.test(path),
    ),
  ).toEqual([]);
});

test(`the same program in one file is at most ${budgetInOneFile} bytes, and has no loop that runs tools`, async () => {
  const { outputFiles } = await bundle(false);
  const size = sizeOf(outputFiles);
  process.stdout.write(`core bundle in one file: ${size} bytes gzipped (budget ${budgetInOneFile})\n`);

  expect(size).toBeLessThanOrEqual(budgetInOneFile);
  expect(outputFiles.map(({ text }) => /max_pauses/.test(text))).toEqual([false]);
});

/** What else stands in the files of these exports is left out. */
test.each([
  ['isTextBlock', 1_100],
  ['ClaudeModel', 2_500],
  ['repair', 2_600],
  ['MessageResponse', 3_000],
  ['MessageStream', 9_200],
])('a program with %s alone is at most %i bytes in one file', async (name, most) => {
  const { outputFiles } = await bundle(false, `export { ${name} } from 'clust';`, [
    'ky',
    'eventsource-parser',
  ]);

  expect(sizeOf(outputFiles)).toBeLessThanOrEqual(most);
});

test.each([
  ['bedrock', 'BedrockClientBuilder', 9_800],
  ['vertex', 'VertexClientBuilder', 4_400],
  ['foundry', 'FoundryClientBuilder', 4_100],
])('a client of clust/%s in place of Client, %s, adds at most %i bytes', async (entry, builder, most) => {
  const ofPlatform = program
    .replace('Client, ', '')
    .replace('import', `import { ${builder} } from '${root}dist/${entry}.js';\n  import`)
    .replace('Client.fromEnv()', `${builder}.create().build()`);
  const [{ outputFiles }, whole] = await Promise.all([bundle(false, ofPlatform), bundle(false)]);

  expect(sizeOf(outputFiles) - sizeOf(whole.outputFiles)).toBeLessThanOrEqual(most);
});
