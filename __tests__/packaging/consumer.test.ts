import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type EmbeddedServer, startEmbeddedServer } from '../../examples/support/embedded-server.js';
import { Consumer } from '../support/consumer.js';
import { fencedSnippets } from '../support/fenced-snippets.js';
import { root, typescriptVersions } from '../support/typescript-versions.js';

const [first] = fencedSnippets('README.md', readFileSync(`${root}README.md`, 'utf8'));
const code = first?.code ?? '';

/** CommonJS has no top-level await, so everything after the imports goes into a function. */
const lines = code.split('\n');
const imports = lines.filter((line) => line.startsWith('import ')).join('\n');
const body = lines.filter((line) => !line.startsWith('import ')).join('\n');

const preset = `import { bash, computer, type MemoryBackend, memoryTool, MessagesRequestBuilder, textEditor, tool } from 'clust';

export const brief = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(256).system('Be brief.');

declare const memory: MemoryBackend;
const clock = tool({ name: 'get_time', input: { type: 'object' }, run: () => new Date() });
export const desk = brief.tools(
  clock,
  bash({ run: String }),
  textEditor({ run: String }),
  memoryTool(memory),
  computer({ version: '20250124', display_width_px: 800, display_height_px: 600, run: String }),
);
export const desktop = MessagesRequestBuilder.create('claude-opus-4-5').tools(
  computer({ display_width_px: 800, display_height_px: 600, run: String }),
);
`;

/** Exported values of many kinds: the compiler writes their types into declarations. */
const exported = `import * as clust from 'clust';
import { advisor, Client, codeExecution, MessagesRequest, MessagesRequestBuilder, webFetch, webSearch } from 'clust';
import { AwsClientBuilder, BedrockClientBuilder } from 'clust/bedrock';
import { FoundryClientBuilder } from 'clust/foundry';
import { VertexClientBuilder } from 'clust/vertex';

const preset = MessagesRequestBuilder.create('claude-sonnet-5-5').maxTokens(1024);
const messages = [{ role: 'user', content: 'Hello' }] as const;

export const search = preset.tools(webSearch({ max_uses: 1 }), webFetch(), codeExecution());
export const advised = preset.tools(advisor({ model: 'claude-opus-5-5' }));
export const maybe = preset.when(true as boolean, (builder) => builder.tools(webSearch()));
export const listed = MessagesRequest.of({ model: 'claude-haiku-4-5', max_tokens: 100, tools: [webSearch()], messages });
export const batch = clust.BatchBuilder.create().add('a', listed).build();
export const results = async (client: Client) => client.batches.results(await client.batches.create(batch));
export const conversation = clust.Conversation.of(search).user('Hello');
export const narrowed = clust.outputSchema({ type: 'object' });
export const run = (client: Client) => client.runTools(search.user('Hello').build());
export const turns = (client: Client) => client.toolTurns(search.user('Hello').build(), { stream: true });
export async function* inputs(client: Client) {
  yield* client.createMessageStream(search.user('Hello').build()).toolInputStream();
}
export const priced = (client: Client) => clust.pool(client).map(['a'], () => listed);
export const inFrench = <State, Turn>(builder: MessagesRequestBuilder<State, Turn>) => builder.system('Answer in French.');
export const ask = <const Schema extends clust.Schema>(schema: Schema) => preset.outputFormat(schema).user('Hello').build();

const bedrock = BedrockClientBuilder.create().region('us-east-1');
const options = { timeout: { total: 600_000 } };
export const patient = {
  mantle: bedrock.apiKey('k').build().with(options),
  runtime: bedrock.endpoint('runtime').apiKey('k').build().with(options),
  aws: AwsClientBuilder.create().region('us-east-1').workspace('w').apiKey('k').build().with(options),
  vertex: VertexClientBuilder.create().project('p').region('global').authToken('t').build().with(options),
  foundry: FoundryClientBuilder.create().resource('r').apiKey('k').build().with(options),
};
export function clientFor(platform: keyof typeof patient | undefined) {
  return platform === undefined ? Client.fromEnv() : patient[platform];
}
export const answers = clientFor(undefined).createMessage(preset.user('Hello').build());
`;

const xml = `import { FunctionCalls } from 'clust/xml';

console.log(FunctionCalls.serialize({ invoke: [{ tool_name: 'get_price', parameters: { symbol: 'GM' } }] }));
`;

const request = (max_tokens: number) => ({
  model: 'claude-haiku-4-5',
  max_tokens,
  messages: [{ role: 'user', content: 'Hello' }],
});

const strict = { strict: true, skipLibCheck: false, target: 'es2022', types: [], declaration: true };

const files = {
  'first.mts': code,
  'first.cts': `${imports}\nasync function main() {\n${body}\n}\nvoid main();\n`,
  'preset.mts': preset,
  'preset.cts': preset,
  'exported.mts': exported,
  'exported.cts': exported,
  'xml.mts': xml,
  'xml.cts': xml,
  'first.test.ts': `import { test } from '@jest/globals';\n${imports}\ntest('runs', async () => {\n${body}\n});\n`,
  'good.json': request(64_000),
  'bad.json': request(64_001),
  'jest.config.js': `module.exports = { preset: 'ts-jest' };\n`,
  'nodenext.json': {
    compilerOptions: { ...strict, module: 'nodenext' },
    files: [
      'first.mts',
      'first.cts',
      'preset.mts',
      'preset.cts',
      'exported.mts',
      'exported.cts',
      'xml.mts',
      'xml.cts',
    ],
  },
  'bundler.json': {
    compilerOptions: { ...strict, module: 'esnext', moduleResolution: 'bundler' },
    files: ['first.mts', 'preset.mts', 'exported.mts', 'xml.mts'],
  },
};

describe('a project that installed the tarball', () => {
  let consumer: Consumer;
  let server: EmbeddedServer;
  let env: Record<string, string>;

  beforeAll(async () => {
    consumer = new Consumer(files);
    await consumer.compile('7.0', '--project', 'nodenext.json', '--outDir', 'built');
    server = await startEmbeddedServer();
    env = { ANTHROPIC_API_KEY: 'embedded', ANTHROPIC_BASE_URL: server.url };
  }, 240_000);

  afterAll(async () => {
    await server.stop();
    consumer.remove();
  });

  describe.each(typescriptVersions)('TypeScript %s', (version) => {
    test('compiles the README snippet, clust/xml and a preset, whose declarations need no any and no dist path', async () => {
      const [nodenext, bundler] = await Promise.all([
        consumer.compile(version, '--project', 'nodenext.json', '--outDir', `node-${version}`),
        consumer.compile(version, '--project', 'bundler.json', '--outDir', `bundler-${version}`),
      ]);
      expect({ nodenext, bundler }).toEqual({ nodenext: '', bundler: '' });
      const emitted = readFileSync(join(consumer.folder, `node-${version}`, 'preset.d.mts'), 'utf8');
      expect(emitted).toMatch(/brief: .*MessagesRequestBuilder<\{/);
      expect(emitted).not.toMatch(/\bany\b|dist\//);
      const declarations = ['exported.d.mts', 'exported.d.cts'].map((name) => `node-${version}/${name}`);
      const options = ['--strict', '--noEmit', '--target', 'es2022', '--module', 'nodenext'];
      expect(await consumer.compile(version, ...options, ...declarations)).toBe('');
    }, 180_000);
  });

  test.each(['first.mjs', 'first.cjs', 'xml.mjs', 'xml.cjs'])(
    'runs %s',
    async (file) => {
      const { status, output } = await consumer.node([join('built', file)], env);
      expect({ status, output }).toEqual({ status: 0, output: expect.stringMatching(/\S/) });
    },
    60_000,
  );

  test.each([
    { args: ['--version'], status: 0, output: /^\d+\.\d+\.\d+\n$/ },
    { args: ['check', 'good.json'], status: 0, output: /^no problems in 1 request\n$/ },
    {
      args: ['check', 'bad.json'],
      status: 1,
      output: /^bad\.json:1:\d+: max_tokens: claude-haiku-4-5 generates at most 64000 tokens, not 64001/,
    },
  ])(
    'runs npx clust $args',
    ({ args, status, output }) => {
      expect(consumer.npx(['clust', ...args])).toEqual({ status, output: expect.stringMatching(output) });
    },
    60_000,
  );

  test('runs the README snippet under ts-jest in CommonJS', async () => {
    consumer.lend('jest', 'ts-jest', 'typescript', '@jest/globals');
    const { status, output } = await consumer.node(['node_modules/jest/bin/jest.js', '--ci'], env);
    expect({ status, output }).toEqual({
      status: 0,
      output: expect.stringContaining('Tests:       1 passed, 1 total'),
    });
  }, 180_000);
});
