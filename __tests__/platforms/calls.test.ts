import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AwsClientBuilder, BedrockClientBuilder } from '../../lib/bedrock/index.js';
import { ClientBuilder } from '../../lib/client/client-builder.js';
import type { MessageResponse } from '../../lib/content/message-response.js';
import { FoundryClientBuilder } from '../../lib/foundry/index.js';
import { MessagesRequest } from '../../lib/request/messages-request.js';
import type { MessageStream } from '../../lib/stream/message-stream.js';
import type { CallOptions } from '../../lib/transport/call.js';
import { ApiKey } from '../../lib/values/api-key.js';
import { VertexClientBuilder } from '../../lib/vertex/index.js';
import type { Received } from '../support/loopback.js';
import { ANSWER, EVENTS, expectedAuthorization, framed, KEYS } from './support.js';

/** Models that every platform has, with their platform ids where these differ. */
const MODELS: readonly {
  id: string;
  runtime?: string;
  mantle?: string;
  vertex?: string;
  foundry?: string;
}[] = [
  { id: 'claude-opus-5-5' },
  { id: 'claude-sonnet-5-5' },
  { id: 'claude-haiku-5-5' },
  { id: 'claude-fable-5-2' },
  { id: 'claude-opus-4-7' },
  {
    id: 'claude-haiku-4-5',
    runtime: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
    vertex: 'claude-haiku-4-5@20251001',
  },
  {
    id: 'claude-haiku-4-5-20251001',
    runtime: 'us.anthropic.claude-haiku-4-5-20251001-v1:0',
    mantle: 'anthropic.claude-haiku-4-5',
    vertex: 'claude-haiku-4-5@20251001',
    foundry: 'claude-haiku-4-5',
  },
];

const tool = { name: 'get_weather', input_schema: { type: 'object', properties: {} } } as const;
const format = {
  type: 'json_schema',
  schema: {
    type: 'object',
    properties: { a: { type: 'string' } },
    required: ['a'],
    additionalProperties: false,
  },
} as const;

/** Further fields of a request. */
const VARIANTS: readonly (readonly [name: string, fields: Readonly<Record<string, unknown>>])[] = [
  ['plain', {}],
  ['with a system prompt', { system: 'Be brief.' }],
  ['with a tool', { tools: [tool], tool_choice: { type: 'auto' } }],
];

const calls = [
  ...MODELS.flatMap((model) => VARIANTS.map(([name, fields]) => ({ model, name, fields }))),
  { model: { id: 'claude-opus-5-5' }, name: 'with a format', fields: { output_config: { format } } },
  {
    model: { id: 'claude-sonnet-5-5' },
    name: 'with a cached prompt',
    fields: { system: [{ type: 'text', text: 'Long.', cache_control: { type: 'ephemeral' } }] },
  },
].flatMap((call) => [
  { ...call, stream: false },
  { ...call, stream: true },
]);

let received: Received[] = [];
let url = '';
const server = createServer(async (request, response) => {
  const { method = '', url: path = '', headers } = request;
  received.push({ method, url: path, headers, body: await text(request) });
  const isStream = headers.accept !== 'application/json';
  if (path.includes('count')) {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"input_tokens":14}');
  } else if (path.includes('invoke-with-response-stream')) {
    response.writeHead(200, { 'content-type': 'application/vnd.amazon.eventstream' });
    response.end(Buffer.concat(framed(EVENTS)));
  } else if (isStream) {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.end(EVENTS.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join(''));
  } else {
    const ids = { 'request-id': 'req_1', 'x-amzn-requestid': 'aws_1', 'apim-request-id': 'apim_1' };
    response.writeHead(200, { 'content-type': 'application/json', ...ids }).end(JSON.stringify(ANSWER));
  }
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
  server.closeAllConnections();
});

/** The calls that the clients of all platforms share. */
interface Service {
  createMessage(request: MessagesRequest, options?: CallOptions): Promise<MessageResponse>;
  createMessageStream(request: MessagesRequest, options?: CallOptions): MessageStream;
}

/** What a platform receives for one call. */
interface Expected {
  readonly path: string;
  /** Converts the body for the Claude API to the body for the platform. */
  readonly body: (body: Record<string, unknown>) => Record<string, unknown>;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly signed?: { readonly service: string; readonly region: string };
  readonly requestId: string;
}

type Model = (typeof MODELS)[number];

interface Case {
  readonly name: string;
  readonly client: () => Service;
  readonly expected: (model: Model, stream: boolean) => Expected;
}

const version = (model: Model, platformVersion: string) =>
  /4-5/.test(model.id) ? platformVersion : '2026-10-21';

const platforms: readonly Case[] = [
  {
    name: 'the Claude API',
    client: () => ClientBuilder.create().apiKey(ApiKey.of('sk-ant-api03-key')).baseUrl(url).build(),
    expected: () => ({
      path: '/v1/messages',
      body: (body) => body,
      headers: {
        'x-api-key': 'sk-ant-api03-key',
        'anthropic-version': '2026-10-21',
        'anthropic-beta': 'a-1,b-2',
      },
      requestId: 'req_1',
    }),
  },
  {
    name: 'Bedrock, mantle',
    client: () =>
      BedrockClientBuilder.create().region('eu-west-1').credentials(KEYS).baseUrl(`${url}/anthropic`).build(),
    expected: (model) => ({
      path: '/anthropic/v1/messages',
      body: (body) => ({ ...body, model: model.mantle ?? `anthropic.${model.id}` }),
      headers: { 'x-api-key': undefined, 'anthropic-version': '2026-10-21', 'anthropic-beta': 'a-1,b-2' },
      signed: { service: 'bedrock-mantle', region: 'eu-west-1' },
      requestId: 'aws_1',
    }),
  },
  {
    name: 'Bedrock, runtime',
    client: () =>
      BedrockClientBuilder.create()
        .endpoint('runtime')
        .region('us-east-1')
        .credentials(KEYS)
        .baseUrl(url)
        .build(),
    expected: (model, stream) => ({
      path: `/model/${model.runtime ?? `us.anthropic.${model.id}`}/${stream ? 'invoke-with-response-stream' : 'invoke'}`,
      body: ({ model: _, stream: __, ...body }) => ({
        ...body,
        anthropic_version: version(model, 'bedrock-2023-05-31'),
        anthropic_beta: ['a-1', 'b-2'],
      }),
      headers: { 'x-api-key': undefined, 'anthropic-version': undefined, 'anthropic-beta': undefined },
      signed: { service: 'bedrock', region: 'us-east-1' },
      requestId: 'aws_1',
    }),
  },
  {
    name: 'Vertex AI',
    client: () =>
      VertexClientBuilder.create()
        .project('my-project')
        .region('europe-west1')
        .authToken(async () => ({ token: 'ya29.token', expiresAt: new Date(Date.now() + 3_600_000) }))
        .baseUrl(url)
        .build(),
    expected: (model, stream) => ({
      path: `/v1/projects/my-project/locations/europe-west1/publishers/anthropic/models/${model.vertex ?? model.id}:${stream ? 'streamRawPredict' : 'rawPredict'}`,
      body: ({ model: _, ...body }) => ({ ...body, anthropic_version: version(model, 'vertex-2023-10-16') }),
      headers: {
        authorization: 'Bearer ya29.token',
        'x-api-key': undefined,
        'anthropic-version': undefined,
        'anthropic-beta': 'a-1,b-2',
      },
      requestId: 'req_1',
    }),
  },
  {
    name: 'Foundry',
    client: () =>
      FoundryClientBuilder.create()
        .resource('my-resource')
        .apiKey('azure-key')
        .baseUrl(`${url}/anthropic`)
        .build(),
    expected: (model) => ({
      path: '/anthropic/v1/messages',
      body: (body) => ({ ...body, model: model.foundry ?? model.id }),
      headers: {
        'x-api-key': 'azure-key',
        authorization: undefined,
        'anthropic-version': '2026-10-21',
        'anthropic-beta': 'a-1,b-2',
      },
      requestId: 'apim_1',
    }),
  },
  {
    name: 'the Claude Platform on AWS',
    client: () =>
      AwsClientBuilder.create()
        .region('us-west-2')
        .workspace('wrkspc_1')
        .credentials(KEYS)
        .baseUrl(url)
        .build(),
    expected: () => ({
      path: '/v1/messages',
      body: (body) => body,
      headers: { 'x-api-key': undefined, 'anthropic-workspace-id': 'wrkspc_1', 'anthropic-beta': 'a-1,b-2' },
      signed: { service: 'aws-external-anthropic', region: 'us-west-2' },
      requestId: 'req_1',
    }),
  },
];

describe.each(platforms)('$name', ({ client: build, expected }) => {
  test(`receives the right path, headers, body and authentication in ${calls.length} calls`, async () => {
    const client = build();
    for (const { model, name, fields, stream } of calls) {
      const body = {
        model: model.id,
        max_tokens: 1024,
        messages: [{ role: 'user', content: 'Hello' }],
        ...fields,
      };
      const request = MessagesRequest.parse(body);
      received = [];
      const message = stream
        ? await client.createMessageStream(request, { betas: ['a-1', 'b-2'] }).finalMessage()
        : await client.createMessage(request, { betas: ['a-1', 'b-2'] });
      const [arrived] = received;
      if (arrived === undefined) throw new Error('nothing arrived');
      const wanted = expected(model, stream);
      const label = `${model.id} ${name} ${stream ? 'streamed' : 'whole'}`;
      expect([label, message.text]).toEqual([label, stream ? 'Grüße, 世界 🌍' : 'Hello!']);
      expect([label, arrived.method, arrived.url]).toEqual([label, 'POST', wanted.path]);
      expect([label, JSON.parse(arrived.body)]).toEqual([
        label,
        wanted.body(stream ? { ...body, stream: true } : body),
      ]);
      for (const [header, value] of Object.entries(wanted.headers))
        expect([label, header, arrived.headers[header]]).toEqual([label, header, value]);
      if (wanted.signed)
        expect([label, arrived.headers.authorization]).toEqual([
          label,
          await expectedAuthorization(arrived, wanted.signed),
        ]);
      if (!stream) expect(message.http?.requestId).toBe(wanted.requestId);
    }
  }, 60_000);
});
