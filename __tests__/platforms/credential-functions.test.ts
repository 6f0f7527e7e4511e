import { describe, expect, test } from '@jest/globals';
import { AwsClientBuilder, BedrockClientBuilder } from '../../lib/bedrock/index.js';
import type { MessagesClient } from '../../lib/client/messages-client.js';
import { FoundryClientBuilder } from '../../lib/foundry/index.js';
import { MessagesRequestBuilder } from '../../lib/request/messages-request-builder.js';
import type { AuthTokenFunction } from '../../lib/transport/credential-function.js';
import { VertexClientBuilder } from '../../lib/vertex/index.js';
import { apiError, json, serve } from '../support/loopback.js';
import { failureOf } from '../support/transport.js';
import { ANSWER } from './support.js';

const request = MessagesRequestBuilder.create('claude-opus-5-5').maxTokens(9).user('Hello').build();

/** A client of a platform whose credential comes from the function `ask`. */
interface Case {
  readonly name: string;
  readonly header: string;
  readonly client: (url: string, ask: (refresh: boolean) => Promise<string>) => MessagesClient;
}

const key =
  (ask: (refresh: boolean) => Promise<string>) =>
  async ({ refresh }: { readonly refresh: boolean }) => ({
    apiKey: await ask(refresh),
    expiresAt: new Date(Date.now() + 900_000),
  });
const token =
  (ask: (refresh: boolean) => Promise<string>): AuthTokenFunction =>
  async ({ refresh }) => ({ token: await ask(refresh), expiresAt: new Date(Date.now() + 900_000) });

const cases: readonly Case[] = [
  {
    name: 'Bedrock, mantle',
    header: 'authorization',
    client: (url, ask) =>
      BedrockClientBuilder.create().region('us-east-1').apiKey(key(ask)).baseUrl(url).build(),
  },
  {
    name: 'Bedrock, runtime',
    header: 'authorization',
    client: (url, ask) =>
      BedrockClientBuilder.create()
        .region('us-east-1')
        .apiKey(key(ask))
        .endpoint('runtime')
        .baseUrl(url)
        .build(),
  },
  {
    name: 'Vertex AI',
    header: 'authorization',
    client: (url, ask) =>
      VertexClientBuilder.create().project('p').region('global').authToken(token(ask)).baseUrl(url).build(),
  },
  {
    name: 'Foundry, by key',
    header: 'x-api-key',
    client: (url, ask) => FoundryClientBuilder.create().resource('r').apiKey(key(ask)).baseUrl(url).build(),
  },
  {
    name: 'Foundry, by token',
    header: 'authorization',
    client: (url, ask) =>
      FoundryClientBuilder.create().resource('r').authToken(token(ask)).baseUrl(url).build(),
  },
  {
    name: 'the Claude Platform on AWS',
    header: 'authorization',
    client: (url, ask) =>
      AwsClientBuilder.create().region('us-east-1').workspace('w').apiKey(key(ask)).baseUrl(url).build(),
  },
];

describe.each(cases)('a credential function ($name)', ({ client: clientOf, header }) => {
  test('is called once for 20 calls at once, and again with refresh after a 401', async () => {
    const server = await serve((response, received) =>
      (String(received.headers[header]).endsWith('secret-1')
        ? apiError(401, 'authentication_error', 'no such credential')
        : json(ANSWER))(response, received),
    );
    const asked: boolean[] = [];
    const client = clientOf(server.url, async (refresh) => `secret-${asked.push(refresh)}`);
    expect(asked).toEqual([]);
    await Promise.all(Array.from({ length: 20 }, () => client.createMessage(request)));
    expect(asked).toEqual([false, true]);
    const bearer = header === 'authorization' ? 'Bearer ' : '';
    expect(new Set(server.received.map(({ headers }) => headers[header]))).toEqual(
      new Set([`${bearer}secret-1`, `${bearer}secret-2`]),
    );
  });

  test('that throws makes the call reject with a CredentialError, and nothing is sent', async () => {
    const server = await serve(json(ANSWER));
    const client = clientOf(server.url, () => Promise.reject(new Error('the service is down')));
    const error = await failureOf(client.createMessage(request));
    expect(error).toMatchObject({ name: 'CredentialError', reason: 'failed' });
    expect(server.received).toEqual([]);
  });
});
