import { describe, expect, test } from '@jest/globals';
import { AwsClientBuilder, BedrockClientBuilder } from '../../lib/bedrock/index.js';
import { awsLacks, mantleLacks, notOnMantle, runtimeLacks } from '../../lib/bedrock/lacks.js';
import { Client } from '../../lib/client/client.js';
import { FEATURES, type Lacks } from '../../lib/endpoints/platform/features.js';
import { FoundryClientBuilder } from '../../lib/foundry/index.js';
import { foundryLacks } from '../../lib/foundry/lacks.js';
import { advisor, bash, codeExecution, type ToolParam, tool, webFetch, webSearch } from '../../lib/index.js';
import { ClaudeModel } from '../../lib/models/claude-model.js';
import { retirementAdvice } from '../../lib/models/retirements.js';
import { MessagesRequest } from '../../lib/request/messages-request.js';
import { MessagesRequestBuilder } from '../../lib/request/messages-request-builder.js';
import { VertexClientBuilder } from '../../lib/vertex/index.js';
import { vertexLacks } from '../../lib/vertex/lacks.js';
import { failureOf } from '../support/transport.js';
import { KEYS } from './support.js';

test('every group of endpoints of Client is a feature with a path', () => {
  const members = Object.entries(Object.getOwnPropertyDescriptors(Client.prototype));
  const groups = members.flatMap(([name, { get }]) => (get && name !== 'raw' ? [name] : []));
  expect(groups.length).toBeGreaterThan(2);
  for (const group of groups) expect(FEATURES).toHaveProperty([group, 'path']);
});

const fetch = () => Promise.reject(new Error('nothing is sent'));
const bedrock = BedrockClientBuilder.create().region('us-east-1').credentials(KEYS).fetch(fetch);
const mantle = bedrock.build();
const runtime = bedrock.endpoint('runtime').build();
const vertex = VertexClientBuilder.create()
  .project('p')
  .region('global')
  .authToken('t0ken')
  .fetch(fetch)
  .build();
const foundry = FoundryClientBuilder.create().resource('r').authToken('t0ken').fetch(fetch).build();
const aws = AwsClientBuilder.create().region('us-east-1').workspace('w').apiKey('a-key').fetch(fetch).build();

const userOf = (block: object) => ({ role: 'user', content: [block] });

/** The body fields that use each feature. */
const bodies: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  container: { container: 'container_1' },
  diagnostics: { diagnostics: { previous_message_id: 'msg_1' } },
  fallbacks: { fallbacks: [{ model: 'claude-haiku-4-5' }] },
  inferenceGeo: { inference_geo: 'us' },
  mcpServers: { mcp_servers: [{ type: 'url', name: 'a', url: 'https://mcp.test' }] },
  speed: { speed: 'fast' },
  thread: { thread: { type: 'create' } },
  advisor: { tools: [{ type: 'advisor_20260301', name: 'advisor', model: 'claude-opus-5-5' }] },
  codeExecution: { tools: [{ type: 'code_execution_20260521', name: 'code_execution' }] },
  webFetch: {
    tools: [
      { name: 'own', input_schema: {} },
      { type: 'web_fetch_20250910', name: 'web_fetch' },
    ],
  },
  webSearch: { tools: [{ type: 'web_search_20250305', name: 'web_search' }] },
  newWebSearch: { tools: [{ type: 'web_search_20260318', name: 'web_search' }] },
  taskBudget: { output_config: { task_budget: { type: 'tokens', total: 20_000 } } },
  systemTurns: {
    messages: [
      { role: 'user', content: 'Hello' },
      { role: 'system', content: 'Be brief.' },
    ],
  },
  toolChanges: {
    messages: [
      {
        role: 'system',
        content: [{ type: 'tool_removal', tool: { type: 'tool_reference', name: 'look' } }],
      },
    ],
  },
  urlSources: {
    messages: [userOf({ type: 'image', source: { type: 'url', url: 'https://pictures.test/1' } })],
  },
};
/** Other body fields that use a feature. */
const otherForms: readonly (readonly [feature: string, body: Readonly<Record<string, unknown>>])[] = [
  ['files', { messages: [userOf({ type: 'document', source: { type: 'file', file_id: 'file_1' } })] }],
  ['files', { messages: [userOf({ type: 'container_upload', file_id: 'file_1' })] }],
  ['mcpServers', { tools: [{ type: 'mcp_toolset', mcp_server_name: 'a' }] }],
  [
    'urlSources',
    {
      messages: [
        userOf({
          type: 'tool_result',
          tool_use_id: 'toolu_1',
          content: [{ type: 'document', source: { type: 'url', url: 'https://papers.test/1.pdf' } }],
        }),
      ],
    },
  ],
];
/** The betas that enable a feature. */
const betas: Readonly<Record<string, readonly string[]>> = {
  batches: ['message-batches-2024-09-24', 'output-300k-2026-03-24'],
  countTokens: ['token-counting-2024-11-01'],
  files: ['files-api-2025-04-14'],
  container: ['skills-2025-10-02'],
  diagnostics: ['cache-diagnosis-2026-04-07'],
  fallbacks: ['server-side-fallback-2026-07-01'],
  mcpServers: ['mcp-client-2025-11-20'],
  speed: ['fast-mode-2026-02-01'],
  thread: ['message-threads-2026-08-12'],
  advisor: ['advisor-tool-2026-03-01'],
  codeExecution: ['code-execution-2025-05-22'],
  taskBudget: ['task-budgets-2026-03-13'],
  toolChanges: ['mid-conversation-tool-changes-2026-07-01', 'inline-tools-2026-09-15'],
};
const paths: Readonly<Record<string, readonly [method: string, path: string]>> = {
  batches: ['GET', '/v1/messages/batches/b_1'],
  countTokens: ['POST', '/v1/messages/count_tokens'],
  files: ['GET', '/v1/files'],
  models: ['GET', '/v1/models'],
};

const plain = { model: 'claude-opus-5-5', max_tokens: 99, messages: [{ role: 'user', content: 'Hello' }] };

describe.each([
  ['Bedrock, mantle', mantle, mantleLacks],
  ['Bedrock, runtime', runtime, runtimeLacks],
  ['Vertex AI', vertex, vertexLacks],
  ['Foundry', foundry, foundryLacks],
  ['the Claude Platform on AWS', aws, awsLacks],
] as const)(
  '%s',
  (_, client, { model = {}, automaticCache = {}, forcedTool = {}, sizes, ...lacks }: Lacks) => {
    const sentences: Readonly<Record<string, string>> = lacks;

    test.each(Object.entries(lacks))('rejects %s before sending anything: %s', async (feature, message) => {
      const [method, path] = paths[feature] ?? ['POST', '/v1/messages'];
      const json = path === '/v1/messages' ? { ...plain, ...bodies[feature] } : undefined;
      const error = await failureOf(client.raw(method, path, { json }));
      expect(error).toMatchObject({
        name: 'ValidationError',
        problems: [{ rule: 'feature-of-platform', message }],
      });
    });

    test('rejects the betas of features that it lacks, in the call and in the client, and sends the others', async () => {
      for (const [feature, names] of Object.entries(betas)) {
        for (const beta of names) {
          const request = MessagesRequest.parse(plain);
          const refused = {
            name: 'ValidationError',
            problems: [{ path: 'betas', message: sentences[feature] }],
          };
          const wanted = feature in lacks ? refused : { name: 'ConnectionError' };
          const options = { betas: [beta], retry: { limit: 0 } };
          expect([beta, await failureOf(client.createMessage(request, options))]).toMatchObject([
            beta,
            wanted,
          ]);
          const derived = client.with({ betas: ['a-1', beta], retry: { limit: 0 } });
          expect([beta, await failureOf(derived.createMessage(request))]).toMatchObject([beta, wanted]);
        }
      }
    });

    test('rejects the other forms of features that it lacks', async () => {
      for (const [feature, body] of otherForms) {
        const refused = { name: 'ValidationError', problems: [{ message: sentences[feature] }] };
        const wanted = feature in lacks ? refused : { name: 'ConnectionError' };
        const json = { ...plain, ...body };
        const error = await failureOf(client.raw('POST', '/v1/messages', { json, retry: { limit: 0 } }));
        expect([feature, error]).toMatchObject([feature, wanted]);
      }
    });

    test('rejects the models that it does not have, and sends every other', async () => {
      for (const id of Object.values(ClaudeModel)) {
        const isRetired = retirementAdvice(id, new Date('2026-11-29')) !== undefined;
        const json = { ...plain, model: id };
        const error = await failureOf(client.raw('POST', '/v1/messages', { json, retry: { limit: 0 } }));
        const message = model[id] ?? (isRetired && client === mantle ? notOnMantle(id) : undefined);
        const refused = {
          name: 'ValidationError',
          problems: [{ path: 'model', rule: 'model-of-platform', message }],
        };
        expect([id, error]).toMatchObject([
          id,
          message === undefined ? { name: 'ConnectionError' } : refused,
        ]);
      }
    });

    test('rejects cache_control for a whole request to a model that does not take it there', async () => {
      for (const id of [...Object.keys(automaticCache), 'claude-opus-5-5', 'claude-haiku-5-5']) {
        const json = { ...plain, model: id, cache_control: { type: 'ephemeral' } };
        const error = await failureOf(client.raw('POST', '/v1/messages', { json, retry: { limit: 0 } }));
        const message = automaticCache[id];
        const refused = { name: 'ValidationError', problems: [{ path: 'cache_control', message }] };
        expect([id, error]).toMatchObject([
          id,
          message === undefined ? { name: 'ConnectionError' } : refused,
        ]);
      }
    });

    test('rejects a forced tool for a model that takes one only with thinking disabled', async () => {
      for (const tool_choice of [{ type: 'any' }, { type: 'tool', name: 'look' }]) {
        for (const [thinking, isRefused] of [
          [undefined, true],
          [{ type: 'adaptive' }, true],
          [{ type: 'disabled' }, false],
        ] as const) {
          const tools = [{ name: 'look', input_schema: { type: 'object' } }];
          const json = { ...plain, model: 'claude-sonnet-5', tools, tool_choice, thinking };
          const error = await failureOf(client.raw('POST', '/v1/messages', { json, retry: { limit: 0 } }));
          const message = isRefused ? forcedTool['claude-sonnet-5'] : undefined;
          expect(error).toMatchObject(
            message === undefined
              ? { name: 'ConnectionError' }
              : { problems: [{ path: 'tool_choice', message }] },
          );
        }
      }
    });

    test('rejects images and requests above its size limits', async () => {
      const imageOf = (size: number) =>
        userOf({
          type: 'image',
          source: { type: 'base64', media_type: 'image/png', data: 'A'.repeat(size) },
        });
      const send = (...messages: readonly object[]) =>
        failureOf(client.raw('POST', '/v1/messages', { json: { ...plain, messages }, retry: { limit: 0 } }));
      const { platform, image, request } = sizes ?? { platform: '', image: 10, request: 32 };
      const sent = { name: 'ConnectionError' };
      const refused = (message: string) =>
        sizes === undefined
          ? sent
          : { problems: [{ rule: 'size-of-platform', message: `${platform} ${message}` }] };
      const MB = 1024 * 1024;
      expect(await send(imageOf(image * MB))).toMatchObject(sent);
      expect(await send(imageOf(image * MB + 4))).toMatchObject(
        refused(`takes images of at most ${image} MB of base64, not ${image}.0: scale them down`),
      );
      const text = (size: number) => ({ role: 'user', content: 'x'.repeat(size) });
      expect(await send(text(request * MB - 1000))).toMatchObject(sent);
      expect(await send(text(request * MB))).toMatchObject(
        refused(`takes requests of at most ${request} MB, not ${request + 1}: send less at once`),
      );
    });

    test('sends a plain request', async () => {
      const error = await failureOf(
        client.createMessage(MessagesRequest.parse(plain), { retry: { limit: 0 } }),
      );
      expect(error).toMatchObject({ name: 'ConnectionError' });
    });
  },
);

describe('Foundry', () => {
  test('takes Mythos with Entra ID tokens only', async () => {
    const json = { ...plain, model: 'claude-mythos-5-2' };
    const builder = FoundryClientBuilder.create().resource('r').fetch(fetch).retry({ limit: 0 });
    const byToken = builder.apiKey('k').authToken('t').build().raw('POST', '/v1/messages', { json });
    expect(await failureOf(byToken)).toMatchObject({ name: 'ConnectionError' });
    for (const key of ['k', () => 'k'])
      expect(
        String(await failureOf(builder.apiKey(key).build().raw('POST', '/v1/messages', { json }))),
      ).toContain('claude-mythos-5-2 only with Entra ID tokens: call authToken()');
  });

  test('sends the beta of a thread without the beta of the advisor, which it lacks', async () => {
    const sent: unknown[] = [];
    const client = FoundryClientBuilder.create()
      .resource('r')
      .apiKey('k')
      .fetch(async (_, { headers }) => {
        sent.push(headers['anthropic-beta']);
        return Response.json({ content: [] });
      })
      .build();
    await client.raw('POST', '/v1/messages', { json: { ...plain, thread: { type: 'create' } } });
    expect(String(sent)).toContain('message-threads-2026-08-12');
    expect(String(sent)).not.toContain('advisor-tool');
  });
});

test('the tests above cover every feature that a platform lacks', () => {
  const byModel = ['model', 'automaticCache', 'forcedTool', 'sizes'];
  const known = new Set([...Object.keys({ ...bodies, ...paths }), ...byModel]);
  for (const lacks of [mantleLacks, runtimeLacks, vertexLacks, foundryLacks, awsLacks])
    for (const feature of Object.keys(lacks)) expect(known).toContain(feature);
});

test('size limits and missing models match the documentation of the vendors', () => {
  const bedrock = { platform: 'Amazon Bedrock', request: 20, image: 5 };
  expect([mantleLacks.sizes, runtimeLacks.sizes]).toEqual([bedrock, bedrock]);
  expect(vertexLacks.sizes).toEqual({ platform: 'Vertex AI', request: 30, image: 5 });
  for (const lacks of [foundryLacks, awsLacks]) expect(lacks).not.toHaveProperty('sizes');
  for (const lacks of [mantleLacks, runtimeLacks])
    expect(Object.keys(lacks.forcedTool)).toEqual(['claude-sonnet-5']);
  const before = [
    'claude-opus-4-5',
    'claude-opus-4-5-20251101',
    'claude-sonnet-4-5',
    'claude-sonnet-4-5-20250929',
  ];
  const atRuntime = ['claude-opus-4-6', 'claude-sonnet-4-6', ...before];
  expect(Object.keys(mantleLacks.model)).toEqual(atRuntime);
  expect(Object.keys(runtimeLacks.automaticCache)).toEqual([
    ...atRuntime,
    'claude-haiku-4-5',
    'claude-haiku-4-5-20251001',
  ]);
  expect(Object.keys(awsLacks.model)).toEqual(['claude-mythos-5-2', 'claude-mythos-5-1']);
});

test('Bedrock and Vertex AI reject an endpoint that is not a feature', async () => {
  for (const client of [mantle, runtime, vertex])
    expect(String(await failureOf(client.raw('GET', '/v1/skills')))).toMatch(
      /has no \/v1\/skills: it has \/v1\/messages/,
    );
});

test('the error for a model that mantle lacks names the runtime endpoint', async () => {
  for (const model of [
    'claude-opus-4-6',
    'claude-sonnet-4-6',
    'claude-sonnet-4-5',
    'claude-opus-4-5-20251101',
  ]) {
    const error = await failureOf(mantle.createMessage(MessagesRequest.parse({ ...plain, model })));
    expect(String(error)).toContain(
      `mantle endpoint of Amazon Bedrock has no ${model}: use endpoint('runtime')`,
    );
  }
});

describe('the compiler', () => {
  const own = tool({
    name: 'get_weather',
    description: 'Gets the weather.',
    input: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
    run: ({ city }) => city,
  });
  const draft = MessagesRequestBuilder.create('claude-opus-5-5').maxTokens(99).user('Hello');

  test('rejects features that a platform lacks, and accepts the others', () => {
    const never = () => {
      mantle.createMessage(draft.build());
      runtime.createMessageStream(draft.build());
      foundry.runTools(draft.mcpServers({ type: 'url', name: 'a', url: 'https://mcp.test' }).build());
      // @ts-expect-error: Amazon Bedrock has no inference_geo
      mantle.createMessage(draft.inferenceGeo('us').build());
      // @ts-expect-error: Amazon Bedrock has no fast mode
      runtime.createMessageStream(draft.speed('fast').build());
      // @ts-expect-error: Vertex AI has no MCP connector
      vertex.runTools(draft.mcpServers({ type: 'url', name: 'a', url: 'https://mcp.test' }).build());
      // @ts-expect-error: Microsoft Foundry offers fast mode as separate deployments
      foundry.with({ retry: { limit: 0 } }).toolTurns(draft.speed('fast').build());
      // @ts-expect-error: the runtime endpoint of Amazon Bedrock cannot count tokens
      runtime.countTokens(draft.build());
      // @ts-expect-error: Amazon Bedrock has no message batches
      mantle.batches.list();
      // @ts-expect-error: Vertex AI has no Files API
      vertex.files.list();
    };
    expect(never).toBeDefined();
  });

  test('rejects server tools that a platform lacks, and accepts the others', () => {
    const advised = { type: 'advisor_20260301', name: 'advisor', model: 'claude-opus-5-5' } as const;
    const plainBody = {
      model: 'claude-opus-5-5',
      max_tokens: 99,
      messages: [{ role: 'user', content: 'Hello' }],
    } as const;
    const never = (list: readonly ToolParam[]) => {
      // @ts-expect-error: Amazon Bedrock has no web search tool
      mantle.createMessage(draft.tools(webSearch()).build());
      // @ts-expect-error: Amazon Bedrock has no web fetch tool
      runtime.createMessageStream(draft.tools(own, webFetch()).build());
      // @ts-expect-error: Amazon Bedrock has no code execution tool
      mantle.runTools(draft.tools(codeExecution()).build());
      // @ts-expect-error: Vertex AI has no advisor tool
      vertex.toolTurns(draft.tools(advisor({ model: 'claude-opus-5-5' })).build());
      // @ts-expect-error: Vertex AI has only the first web search tool
      vertex.createMessage(draft.tools(webSearch()).build());
      // @ts-expect-error: Microsoft Foundry has no advisor tool
      foundry.createMessage(draft.tools(advised).build());
      // @ts-expect-error: Amazon Bedrock has no web search tool
      mantle.createMessage(MessagesRequest.of({ ...plainBody, tools: [own, webSearch()] }));
      // @ts-expect-error: Amazon Bedrock has no web search tool
      mantle.createMessage({ ...plainBody, tools: [own, webSearch()] });
      // @ts-expect-error: Vertex AI has only the first web search tool
      vertex.createMessageStream({ ...plainBody, tools: [webSearch()] });
      // @ts-expect-error: Amazon Bedrock has no web search tool, and when() may add one
      mantle.createMessage(draft.when(list.length > 1, (some) => some.tools(webSearch())).build());

      vertex.createMessage(draft.tools(webSearch({ version: '20250305' })).build());
      vertex.createMessage({ ...plainBody, tools: [own, webSearch({ version: '20250305' })] });
      foundry.createMessage(draft.tools(webSearch(), webFetch(), codeExecution()).build());
      aws.createMessage(draft.tools(advisor({ model: 'claude-opus-5-5' })).build());
      mantle.createMessage(draft.tools(own, bash({ run: () => '' })).build());
      // A custom tool may have any name.
      mantle.createMessage(draft.tools({ name: 'web_search', input_schema: { type: 'object' } }).build());
      // The compiler does not know which tools a list holds.
      mantle.createMessage(
        draft
          .dynamic()
          .tools(...list)
          .build(),
      );
    };
    expect(never).toBeDefined();
  });

  test('rejects build() before every required step, and so does build() at run time', () => {
    // @ts-expect-error: build() needs a region
    expect(() => BedrockClientBuilder.create().credentials(KEYS).build()).toThrow('build() needs a region');
    // @ts-expect-error: build() needs a credential
    expect(() => BedrockClientBuilder.create().region('r').build()).toThrow('build() needs a credential');
    // @ts-expect-error: build() needs a workspace
    expect(() => AwsClientBuilder.create().region('r').apiKey('k').build()).toThrow('needs a workspace');
    // @ts-expect-error: build() needs a project
    expect(() => VertexClientBuilder.create().region('r').authToken('t').build()).toThrow('needs a project');
    // @ts-expect-error: build() needs a resource
    expect(() => FoundryClientBuilder.create().apiKey('k').build()).toThrow('build() needs a resource');
  });
});
