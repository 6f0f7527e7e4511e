import { execFileSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { root } from '../support/typescript-versions.js';

const core = `
  import { Client, MessagesRequestBuilder } from './lib/index.ts';
  const request = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(1024).user('Hello').build();
  for await (const text of Client.fromEnv().createMessageStream(request).textStream()) console.log(text);
`;

const platforms = {
  bedrock: `import { BedrockClientBuilder } from './lib/bedrock/index.ts';
    console.log(BedrockClientBuilder.create().region('us-east-1').apiKey('k').build());`,
  vertex: `import { VertexClientBuilder } from './lib/vertex/index.ts';
    console.log(VertexClientBuilder.create().project('p').region('global').authToken('t').build());`,
  foundry: `import { FoundryClientBuilder } from './lib/foundry/index.ts';
    console.log(FoundryClientBuilder.create().resource('r').apiKey('k').build());`,
} as const;

const bundled = (contents: string) =>
  build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    splitting: true,
    outdir: `${root}.cache/entries`,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    metafile: true,
    write: false,
    absWorkingDir: root,
  });

/** The source files whose code is in the bundle of a program. */
async function sourcesOf(contents: string): Promise<string[]> {
  const { metafile } = await bundled(contents);
  return Object.values(metafile.outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : []));
}

/** With the built package: the code that a program loads at startup, and the code that it may load later. */
async function loadedBy(contents: string): Promise<{ readonly atOnce: string; readonly later: string }> {
  const { metafile, outputFiles } = await bundled(contents.replace('./lib/index.ts', './dist/index.js'));
  const { outputs } = metafile;
  const loaded = new Set(Object.keys(outputs).filter((file) => outputs[file]?.entryPoint === '<stdin>'));
  for (const file of loaded)
    for (const { path, kind } of outputs[file]?.imports ?? [])
      if (kind === 'import-statement') loaded.add(path);
  const isLoaded = (path: string) => [...loaded].some((file) => path.endsWith(file));
  const textOf = (wanted: boolean) =>
    outputFiles.flatMap(({ path, text }) => (isLoaded(path) === wanted ? [text] : [])).join('\n');
  return { atOnce: textOf(true), later: textOf(false) };
}

/** The folders of all other entries and of the command. */
const otherEntries = /^lib\/(bedrock|vertex|foundry|functions|unplugin|cli|node|testing|fleet|xml)\//;

describe('the bundle of a program that uses the core', () => {
  test('contains no code of a platform, of the command or of another entry', async () => {
    const all = await sourcesOf(core);
    expect(all).toContain('lib/client/client.ts');
    expect(
      all.filter((path) => otherEntries.test(path) || path.startsWith('lib/endpoints/platform/')),
    ).toEqual([]);
    expect(all.filter((path) => /aws4fetch|ts-json-schema-generator|unplugin|commander/.test(path))).toEqual(
      [],
    );
  });

  test('loads the endpoint groups and the prices only when they are used', async () => {
    const { atOnce, later } = await loadedBy(core);
    for (const fragment of [
      '/v1/messages/batches',
      '/v1/messages/count_tokens',
      '/v1/files',
      '/v1/models',
      'no price of',
    ]) {
      expect([fragment, atOnce.includes(fragment)]).toEqual([fragment, false]);
      expect([fragment, later.includes(fragment)]).toEqual([fragment, true]);
    }
  });
});

describe.each(Object.entries(platforms))(
  'the bundle of a program that uses clust/%s',
  (platform, program) => {
    test('contains no code of other platforms, and aws4fetch only for bedrock', async () => {
      const all = await sourcesOf(program);
      expect(all.filter((path) => path.startsWith(`lib/${platform}/`))).not.toEqual([]);
      const others = Object.keys(platforms).filter((other) => other !== platform);
      expect(all.filter((path) => others.some((other) => path.startsWith(`lib/${other}/`)))).toEqual([]);
      expect(all.some((path) => path.includes('/aws4fetch/'))).toBe(platform === 'bedrock');
      expect(all.filter((path) => /google-auth|azure|smithy|aws-sdk/.test(path))).toEqual([]);
    });
  },
);

test('npm run size prints that each platform adds less than 16,000 bytes to the core', () => {
  const output = execFileSync(process.execPath, [`${root}scripts/size.mjs`], { cwd: root, encoding: 'utf8' });
  for (const platform of Object.keys(platforms)) {
    const [, more] =
      new RegExp(`clust/${platform}: \\d+ gzipped, (-?\\d+) more than the core`).exec(output) ?? [];
    // The bundle holds the builder of the platform and its list of missing features, not the builder of the Claude API.
    expect([platform, Number(more)]).toEqual([platform, expect.any(Number)]);
    expect(Number(more)).toBeLessThan(16_000);
  }
}, 60_000);
