import { describe, expect, test } from '@jest/globals';
import { awsLacks, mantleLacks, runtimeLacks } from '../../lib/bedrock/lacks.js';
import { foundryLacks } from '../../lib/foundry/lacks.js';
import { vertexLacks } from '../../lib/vertex/lacks.js';
import { compileSnippets } from '../support/compile.js';

/** The code that uses each feature: builder methods, fields of a body, members of a client, betas. */
const uses: Readonly<Record<string, readonly string[]>> = {
  batches: [
    `client.batches.list()`,
    `client.createMessage(draft.betas('output-300k-2026-03-24').build())`,
    `client.createMessage(draft.betas('a-1', 'message-batches-2024-09-24').build())`,
  ],
  countTokens: [
    `client.countTokens(draft.build())`,
    `client.createMessage(draft.betas('token-counting-2024-11-01').build())`,
  ],
  files: [`client.files.list()`, `client.createMessage(draft.betas('files-api-2025-04-14').build())`],
  models: [`client.models.list()`],
  container: [
    `client.createMessage(draft.container('container_1').build())`,
    `client.createMessage({ ...body, container: 'container_1' })`,
    `client.createMessage(draft.betas('skills-2025-10-02').build())`,
  ],
  diagnostics: [
    `client.createMessage(draft.diagnostics({ previous_message_id: null }).build())`,
    `client.createMessage({ ...body, diagnostics: { previous_message_id: null } })`,
    `client.createMessage(draft.betas('cache-diagnosis-2026-04-07').build())`,
  ],
  fallbacks: [
    `client.createMessage(fable.fallbacks('claude-opus-5').build())`,
    `client.createMessage({ ...body, fallbacks: 'default' })`,
    `client.createMessage(draft.betas('server-side-fallback-2026-07-01').build())`,
  ],
  inferenceGeo: [
    `client.createMessage(draft.inferenceGeo('us').build())`,
    `client.runTools(draft.when(count > 1, (some) => some.inferenceGeo('us')).build())`,
    `client.createMessage({ ...body, inference_geo: 'us' })`,
  ],
  mcpServers: [
    `client.toolTurns(draft.mcpServers(server).build())`,
    `client.createMessage({ ...body, mcp_servers: [server] })`,
    `client.createMessage(draft.betas('mcp-client-2025-11-20').build())`,
  ],
  speed: [
    `client.createMessageStream(draft.speed('fast').build())`,
    `client.createMessageStream({ ...body, speed: 'fast' })`,
    `client.createMessage(draft.betas('fast-mode-2026-02-01').build())`,
  ],
  thread: [
    `client.thread(draft.build())`,
    `client.createMessage({ ...body, thread: { type: 'create' } })`,
    `client.createMessage(draft.betas('message-threads-2026-08-12').build())`,
  ],
  advisor: [
    `client.runTools(draft.tools(advisor({ model: 'claude-opus-5-5' })).build())`,
    `client.createMessage(draft.betas('advisor-tool-2026-03-01').build())`,
  ],
  codeExecution: [
    `client.createMessage(draft.tools(codeExecution()).build())`,
    `client.createMessage({ ...body, tools: [codeExecution()] })`,
    `client.createMessage(draft.betas('code-execution-2025-05-22').build())`,
  ],
  webFetch: [
    `client.createMessage(draft.tools(webFetch()).build())`,
    `client.createMessage({ ...body, tools: [webFetch()] })`,
  ],
  webSearch: [
    `client.createMessage(draft.tools(webSearch({ version: '20250305' })).build())`,
    `client.createMessage({ ...body, tools: [webSearch({ version: '20250305' })] })`,
  ],
  newWebSearch: [
    `client.createMessage(draft.tools(webSearch()).build())`,
    `client.createMessage({ ...body, tools: [webSearch()] })`,
  ],
  taskBudget: [
    `client.createMessage({ ...body, output_config: { task_budget: { type: 'tokens', total: 20_000 } } })`,
    `client.createMessage(draft.betas('task-budgets-2026-03-13').build())`,
  ],
  toolChanges: [
    `client.createMessage(draft.betas('mid-conversation-tool-changes-2026-07-01').build())`,
    `client.createMessage(draft.betas('inline-tools-2026-09-15').build())`,
  ],
};

const bedrock = [
  'batches',
  'files',
  'models',
  'container',
  'diagnostics',
  'fallbacks',
  'inferenceGeo',
  'mcpServers',
  'speed',
  'thread',
  'advisor',
  'codeExecution',
  'webFetch',
  'webSearch',
  'taskBudget',
  'urlSources',
];

/**
 * The features that each platform lacks, from the documentation of its vendor and of Anthropic.
 * A feature that only shows in message content is rejected at run time.
 */
const platforms: readonly (readonly [
  name: string,
  client: string,
  sentences: Readonly<Record<string, unknown>>,
  lacked: readonly string[],
])[] = [
  [
    'Bedrock, mantle',
    `BedrockClientBuilder.create().region('us-east-1').apiKey('k').build()`,
    mantleLacks,
    bedrock,
  ],
  [
    'Bedrock, runtime',
    `BedrockClientBuilder.create().endpoint('runtime').region('us-east-1').apiKey('k').build()`,
    runtimeLacks,
    [...bedrock, 'countTokens', 'toolChanges'],
  ],
  [
    'Vertex AI',
    `VertexClientBuilder.create().project('p').region('global').authToken('t').build()`,
    vertexLacks,
    [
      'batches',
      'files',
      'models',
      'container',
      'diagnostics',
      'fallbacks',
      'inferenceGeo',
      'mcpServers',
      'thread',
      'advisor',
      'codeExecution',
      'webFetch',
      'newWebSearch',
    ],
  ],
  [
    'Foundry',
    `FoundryClientBuilder.create().resource('r').apiKey('k').build()`,
    foundryLacks,
    ['batches', 'models', 'diagnostics', 'fallbacks', 'inferenceGeo', 'speed', 'advisor', 'systemTurns'],
  ],
  [
    'the Claude Platform on AWS',
    `AwsClientBuilder.create().region('us-east-1').workspace('w').apiKey('k').build()`,
    awsLacks,
    ['diagnostics', 'speed'],
  ],
  ['the Claude API', 'Client.fromEnv()', {}, []],
];

/** Rules that depend on the model. A separate test covers them. */
const byModel = ['model', 'automaticCache', 'forcedTool', 'sizes'];

const setting = `
import { MessagesRequestBuilder } from 'clust';
export { advisor, Client, codeExecution, defineModel, MessagesRequestBuilder, webFetch, webSearch } from 'clust';
export { AwsClientBuilder, BedrockClientBuilder } from 'clust/bedrock';
export { FoundryClientBuilder } from 'clust/foundry';
export { VertexClientBuilder } from 'clust/vertex';
export const draft = MessagesRequestBuilder.create('claude-opus-5-5').maxTokens(99).user('Hello');
export const fable = MessagesRequestBuilder.create('claude-fable-5-2').maxTokens(99).user('Hello');
export const body = { model: 'claude-opus-5-5', max_tokens: 99, messages: [{ role: 'user', content: 'Hello' }] } as const;
export const look = { name: 'look', input_schema: { type: 'object' } } as const;
export const server = { type: 'url', name: 'a', url: 'https://mcp.test' } as const;
export declare const count: number;
export declare const either: 'claude-opus-4-6' | 'claude-opus-5-5';
export declare const old: 'claude-opus-4-6' | 'claude-sonnet-4-6';
`;

interface Case {
  readonly platform: string;
  readonly use: string;
  /** The expected compile error, or `undefined` if the code compiles. */
  readonly sentence: string | undefined;
}

/** Returns the cases whose compile error is not the expected one. */
function wronglyCompiled(cases: readonly Case[]): readonly object[] {
  const nameOf = ({ platform, use }: Case) => `${platform}: ${use}`;
  const clients = new Map(platforms.map(([name, client]) => [name, client]));
  const snippets = cases.map((each) => ({
    name: nameOf(each),
    code: `const client = ${clients.get(each.platform)};\n${each.use};`,
  }));
  const found = compileSnippets('6.0', snippets, setting);
  return cases.flatMap((each) => {
    const reported = (found.get(nameOf(each)) ?? [])
      .map(({ message, details }) => [message, ...details].join(' '))
      .join();
    const isRight = each.sentence === undefined ? reported === '' : reported.includes(each.sentence);
    return isRight ? [] : [{ ...each, reported }];
  });
}

describe('the compiler', () => {
  test.each(platforms)(
    'rejects every use of a feature that the platform lacks, and accepts every other: %s',
    (platform, _, sentences, lacked) => {
      const features = Object.keys(sentences).filter((feature) => !byModel.includes(feature));
      expect(features.toSorted()).toEqual(lacked.toSorted());
      const cases = Object.entries(uses).flatMap(([feature, list]) => {
        // A platform without web search also lacks the newer versions.
        const kind = feature === 'newWebSearch' && lacked.includes('webSearch') ? 'webSearch' : feature;
        const sentence = lacked.includes(kind) ? String(sentences[kind]) : undefined;
        return list.map((use) => ({ platform, use, sentence }));
      });
      expect(wronglyCompiled(cases)).toEqual([]);
    },
    60_000,
  );

  test('rejects models that a platform lacks, and settings that it does not take for a model', () => {
    const [mantle, runtime, aws] = [
      'Bedrock, mantle',
      'Bedrock, runtime',
      'the Claude Platform on AWS',
    ] as const;
    const send = (model: string, more = '') =>
      `client.createMessage(MessagesRequestBuilder.create(${model}).maxTokens(99)${more}.user('Hello').build())`;
    const forced = (choice: string) => send(`'claude-sonnet-5'`, `.tools(look)${choice}`);
    const thinking = `claude-sonnet-5 on Amazon Bedrock takes a forced tool only with thinking('disabled')`;
    const noModel = (id: string) =>
      `the mantle endpoint of Amazon Bedrock has no ${id}: use endpoint('runtime')`;
    const unmarked =
      'takes no cache_control for a whole request to claude-haiku-4-5: mark blocks with cached()';
    const noMythos = 'the Claude Platform on AWS has no claude-mythos-5-2: use the Claude API';
    const cases: readonly (readonly [platform: string, use: string, sentence?: string])[] = [
      [mantle, send(`'claude-opus-4-6'`), noModel('claude-opus-4-6')],
      [mantle, send(`'claude-sonnet-4-5'`), noModel('claude-sonnet-4-5')],
      [mantle, send(`'claude-3-opus-20240229'`), noModel('claude-3-opus-20240229')],
      [mantle, `client.createMessage({ ...body, model: 'claude-opus-4-6' })`, noModel('claude-opus-4-6')],
      // When several sentences apply, the compiler prints the name of the type.
      [mantle, send('old'), 'RefusedByPlatform<'],
      [mantle, send('either')],
      [mantle, send(`'claude-haiku-4-5-20251001'`)],
      [mantle, send(`defineModel({ id: 'ours', like: 'claude-opus-4-6' })`)],
      [runtime, send(`'claude-opus-4-6'`)],
      [runtime, send(`'claude-haiku-4-5'`, '.cacheControl()'), unmarked],
      [
        runtime,
        `client.createMessage({ ...body, model: 'claude-haiku-4-5', cache_control: { type: 'ephemeral' } })`,
        unmarked,
      ],
      [runtime, send(`'claude-opus-5-5'`, '.cacheControl()')],
      [mantle, send(`'claude-haiku-4-5'`, '.cacheControl()')],
      [mantle, forced(`.toolChoice('any')`), thinking],
      [runtime, forced(`.toolChoice({ type: 'tool', name: 'look' })`), thinking],
      [runtime, forced(`.toolChoice('any').thinking('adaptive')`), thinking],
      [
        mantle,
        `client.createMessage({ ...body, model: 'claude-sonnet-5', tools: [look], tool_choice: { type: 'any' } })`,
        thinking,
      ],
      [mantle, forced(`.toolChoice('any').thinking('disabled')`)],
      [mantle, forced(`.toolChoice('auto')`)],
      [aws, forced(`.toolChoice('any')`)],
      [aws, send(`'claude-mythos-5-2'`), noMythos],
      [aws, send(`'claude-opus-4-6'`)],
    ];
    const all = cases.map(([platform, use, sentence]) => ({ platform, use, sentence }));
    expect(wronglyCompiled(all)).toEqual([]);
  }, 60_000);
});
