import { describe, expect, test } from '@jest/globals';
import { AwsClientBuilder, BedrockClientBuilder } from '../../lib/bedrock/index.js';
import { awsLacks, mantleLacks, runtimeLacks } from '../../lib/bedrock/lacks.js';
import { FoundryClientBuilder } from '../../lib/foundry/index.js';
import { foundryLacks } from '../../lib/foundry/lacks.js';
import { advisor, bash, codeExecution, type ToolParam, tool, webFetch, webSearch } from '../../lib/index.js';
import { MessagesRequest } from '../../lib/request/messages-request.js';
import { MessagesRequestBuilder } from '../../lib/request/messages-request-builder.js';
import { VertexClientBuilder } from '../../lib/vertex/index.js';
import { vertexLacks } from '../../lib/vertex/lacks.js';
import { failureOf } from '../support/transport.js';
import { KEYS } from './support.js';

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
const foundry = FoundryClientBuilder.create().resource('r').apiKey('a-key').fetch(fetch).build();
const aws = AwsClientBuilder.create().region('us-east-1').workspace('w').apiKey('a-key').fetch(fetch).build();

/** A body with each feature, and the endpoint that each is. */
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
] as const)('%s', (_, client, lacks) => {
  test.each(Object.entries(lacks))('refuses %s before anything is sent: %s', async (feature, message) => {
    const [method, path] = paths[feature] ?? ['POST', '/v1/messages'];
    const json = path === '/v1/messages' ? { ...plain, ...bodies[feature] } : undefined;
    const error = await failureOf(client.raw(method, path, { json }));
    expect(error).toMatchObject({
      name: 'ValidationError',
      problems: [{ rule: 'feature-of-platform', message }],
    });
  });

  test('sends what it has', async () => {
    const error = await failureOf(
      client.createMessage(MessagesRequest.parse(plain), { retry: { limit: 0 } }),
    );
    expect(error).toMatchObject({ name: 'ConnectionError' });
  });
});

test('every feature is tried, and found in one place', () => {
  const known = new Set(Object.keys({ ...bodies, ...paths }));
  for (const lacks of [mantleLacks, runtimeLacks, vertexLacks, foundryLacks, awsLacks])
    for (const feature of Object.keys(lacks)) expect(known).toContain(feature);
});

test('endpoints that are nowhere are refused where there are messages alone', async () => {
  for (const client of [mantle, runtime, vertex])
    expect(String(await failureOf(client.raw('GET', '/v1/skills')))).toMatch(
      /has no \/v1\/skills: it has \/v1\/messages/,
    );
});

test('the mantle endpoint says which endpoint has the models that it lacks', async () => {
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

  test('refuses what a platform lacks, and takes the rest', () => {
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
      // @ts-expect-error: Microsoft Foundry has fast mode as deployments of their own
      foundry.with({ retry: { limit: 0 } }).toolTurns(draft.speed('fast').build());
      // @ts-expect-error: the runtime endpoint of Amazon Bedrock counts no tokens
      runtime.countTokens(draft.build());
      // @ts-expect-error: Amazon Bedrock has no message batches
      mantle.batches.list();
      // @ts-expect-error: Vertex AI has no Files API
      vertex.files.list();
    };
    expect(never).toBeDefined();
  });

  test('refuses server tools that a platform lacks', () => {
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
      // @ts-expect-error: Vertex AI has the first web search tool alone
      vertex.createMessage(draft.tools(webSearch()).build());
      // @ts-expect-error: Microsoft Foundry has no advisor tool
      foundry.createMessage(draft.tools(advised).build());
      // @ts-expect-error: Amazon Bedrock has no web search tool
      mantle.createMessage(MessagesRequest.of({ ...plainBody, tools: [own, webSearch()] }));
      // @ts-expect-error: Amazon Bedrock has no web search tool
      mantle.createMessage({ ...plainBody, tools: [own, webSearch()] });
      // @ts-expect-error: Vertex AI has the first web search tool alone
      vertex.createMessageStream({ ...plainBody, tools: [webSearch()] });
      // @ts-expect-error: Amazon Bedrock has no web search tool, which may have been added
      mantle.createMessage(draft.when(list.length > 1, (some) => some.tools(webSearch())).build());

      vertex.createMessage(draft.tools(webSearch({ version: '20250305' })).build());
      vertex.createMessage({ ...plainBody, tools: [own, webSearch({ version: '20250305' })] });
      foundry.createMessage(draft.tools(webSearch(), webFetch(), codeExecution()).build());
      aws.createMessage(draft.tools(advisor({ model: 'claude-opus-5-5' })).build());
      mantle.createMessage(draft.tools(own, bash({ run: () => '' })).build());
      // A tool of one's own may have any name.
      mantle.createMessage(draft.tools({ name: 'web_search', input_schema: { type: 'object' } }).build());
      // Which tools are in a list, only the run time knows.
      mantle.createMessage(
        draft
          .dynamic()
          .tools(...list)
          .build(),
      );
    };
    expect(never).toBeDefined();
  });

  test('wants every step before build(), as the run time does', () => {
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
