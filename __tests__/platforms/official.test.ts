import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { BedrockClientBuilder } from '../../lib/bedrock/index.js';
import { FoundryClientBuilder } from '../../lib/foundry/index.js';
import { MessagesRequest } from '../../lib/request/messages-request.js';
import type { CallOptions } from '../../lib/transport/call.js';
import { VertexClientBuilder } from '../../lib/vertex/index.js';
import { apiError, type Loopback, serve } from '../support/loopback.js';
import { KEYS } from './support.js';

/** One call of an official package, as `npm run record:platforms` received it. */
interface OfficialCall {
  readonly platform: keyof typeof clients;
  readonly name: string;
  readonly model: string;
  readonly stream: boolean;
  readonly sent: {
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Readonly<Record<string, unknown>>;
  };
}

interface Recording {
  readonly requests: Readonly<Record<string, { readonly betas?: readonly string[] }>>;
}

const file = new URL('official-calls.jsonl', import.meta.url);
const [head = '', ...lines] = readFileSync(file, 'utf8').trim().split('\n');
const { requests } = JSON.parse(head) as Recording;
const calls = lines.map((line) => JSON.parse(line) as OfficialCall);

/** A service that takes any of the clients. */
interface Service {
  createMessage(request: MessagesRequest, options?: CallOptions): Promise<unknown>;
  createMessageStream(request: MessagesRequest, options?: CallOptions): { finalMessage(): Promise<unknown> };
}

const clients = {
  'bedrock-runtime': (url: string): Service =>
    BedrockClientBuilder.create()
      .region('us-east-1')
      .endpoint('runtime')
      .credentials(KEYS)
      .baseUrl(url)
      .build(),
  'bedrock-mantle': (url: string): Service =>
    BedrockClientBuilder.create().region('us-east-1').credentials(KEYS).baseUrl(`${url}/anthropic`).build(),
  vertex: (url: string): Service =>
    VertexClientBuilder.create()
      .project('my-project')
      .region('europe-west1')
      .authToken('ya29.token')
      .baseUrl(url)
      .build(),
  foundry: (url: string): Service =>
    FoundryClientBuilder.create()
      .resource('my-resource')
      .apiKey('azure-key')
      .baseUrl(`${url}/anthropic`)
      .build(),
};

/** The call with the changes that clust makes on purpose. */
function withIntendedChanges({ platform, model, sent }: OfficialCall): OfficialCall['sent'] {
  const { 'anthropic-beta': betas, ...headers } = sent.headers;
  const isOld = model === 'claude-haiku-4-5' && 'anthropic_version' in sent.body;
  const platformVersion = platform === 'vertex' ? 'vertex-2023-10-16' : 'bedrock-2023-05-31';
  return {
    ...sent,
    // On the runtime endpoint the betas are in the body. The official package also sends the header.
    headers: betas === undefined || platform === 'bedrock-runtime' ? headers : sent.headers,
    // Models before Claude 4.7 take the version of the platform. The official package sends the newest to all.
    body: isOld ? { ...sent.body, anthropic_version: platformVersion } : sent.body,
  };
}

/** What the clust client of the platform sends for the same request. */
async function sentByClust(
  { platform, name, model, stream }: OfficialCall,
  server: Loopback,
): Promise<OfficialCall['sent']> {
  const { betas = [], ...fields } = requests[name] ?? {};
  const request = MessagesRequest.parse({ model, ...fields });
  const client = clients[platform](server.url);
  const before = server.received.length;
  await (stream
    ? client.createMessageStream(request, { betas }).finalMessage()
    : client.createMessage(request, { betas })
  ).catch(() => undefined);
  const { url: path, headers, body } = server.received[before] ?? { url: '', headers: {}, body: '{}' };
  const compared = Object.entries(headers).filter(([header]) =>
    /^(anthropic-.*|x-api-key|api-key|authorization)$/.test(header),
  );
  const shown = compared.map(([header, value]) => [
    header,
    `${value}`.startsWith('AWS4') ? `${value}`.split(' ')[0] : value,
  ]);
  return { path, headers: Object.fromEntries(shown), body: JSON.parse(body) };
}

test.each(Object.keys(clients) as OfficialCall['platform'][])(
  '%s: clust sends the path, headers and body of the official package in every call',
  async (platform) => {
    const server = await serve(apiError(400, 'invalid_request_error', 'seen'));
    const official = calls.filter((call) => call.platform === platform);
    expect(official).toHaveLength(2 * Object.keys(requests).length + 2);
    for (const call of official) {
      const label = `${call.model} ${call.name}, ${call.stream ? 'streamed' : 'whole'}`;
      expect([label, await sentByClust(call, server)]).toEqual([label, withIntendedChanges(call)]);
    }
  },
);
