import { inspect } from 'node:util';
import { expect, test } from '@jest/globals';
import { BedrockClientBuilder } from '../../lib/bedrock/index.js';
import { MessagesRequestBuilder } from '../../lib/request/messages-request-builder.js';
import { json, serve } from '../support/loopback.js';
import { failureOf } from '../support/transport.js';
import { ANSWER, expectedAuthorization, KEYS } from './support.js';

const request = MessagesRequestBuilder.create('claude-opus-5-5').maxTokens(9).user('Hello').build();
const refusal = (name: string, message: string, headers: Record<string, string> = {}) =>
  json({ message }, 403, { 'x-amzn-errortype': `${name}:http://internal.amazon.com/`, ...headers });

test('credentials() is called again, with forceRefresh, when AWS reports expired keys', async () => {
  const server = await serve(refusal('ExpiredTokenException', 'The security token is expired'), json(ANSWER));
  const asked: boolean[] = [];
  const client = BedrockClientBuilder.create()
    .region('us-east-1')
    .credentials(async ({ forceRefresh }) => {
      asked.push(forceRefresh);
      return { ...KEYS, accessKeyId: `AKIA${asked.length}`, expiration: new Date(Date.now() + 3_600_000) };
    })
    .baseUrl(server.url)
    .build();
  await client.createMessage(request);
  expect(asked).toEqual([false, true]);
  expect(
    server.received.map(({ headers }) => /Credential=(AKIA\d)/.exec(`${headers.authorization}`)?.[1]),
  ).toEqual(['AKIA1', 'AKIA2']);
});

test('a request that AWS rejects for a wrong clock is signed again with the date of AWS', async () => {
  const date = new Date(Date.now() + 2 * 3_600_000);
  const skewed = refusal('InvalidSignatureException', 'Signature expired: 1 is now earlier than 2', {
    date: date.toUTCString(),
  });
  const server = await serve(skewed, json(ANSWER));
  const client = BedrockClientBuilder.create()
    .region('us-east-1')
    .credentials(KEYS)
    .baseUrl(server.url)
    .build();
  await client.createMessage(request);
  const [, second] = server.received;
  expect(String(second?.headers['x-amz-date']).slice(0, 11)).toBe(
    date.toISOString().replace(/[:-]/g, '').slice(0, 11),
  );
  expect(
    second && (await expectedAuthorization(second, { service: 'bedrock-mantle', region: 'us-east-1' })),
  ).toBe(second?.headers.authorization);
});

test('a signature covers every header except those that proxies may change', async () => {
  const server = await serve(json(ANSWER));
  const client = BedrockClientBuilder.create()
    .region('us-east-1')
    .credentials(KEYS)
    .headers({ 'x-team': 'blue', traceparent: '00-1-2-01' })
    .baseUrl(server.url)
    .build();
  await client.createMessage(request);
  const signed = /SignedHeaders=([^,]+)/.exec(String(server.received[0]?.headers.authorization))?.[1];
  expect(signed?.split(';')).toEqual([
    'accept',
    'anthropic-version',
    'content-type',
    'host',
    'x-amz-date',
    'x-amz-security-token',
    'x-team',
  ]);
});

test('an error of AWS has the type of the Claude API and the error code of AWS, and prints no keys', async () => {
  const server = await serve(
    refusal('AccessDeniedException', `not allowed: ${KEYS.secretAccessKey} ${KEYS.sessionToken}`),
  );
  const client = BedrockClientBuilder.create()
    .region('us-east-1')
    .credentials(KEYS)
    .baseUrl(server.url)
    .build();
  const error = await failureOf(client.createMessage(request));
  expect(error).toMatchObject({
    status: 403,
    type: 'permission_error',
    errorCode: 'AccessDeniedException',
    attempts: 1,
  });
  const printed = inspect([error, client], { depth: 20, showHidden: true, getters: true });
  expect(printed).not.toContain(KEYS.secretAccessKey);
  expect(printed).not.toContain(KEYS.sessionToken);
});

test('a Bedrock API key is sent as a bearer token', async () => {
  const server = await serve(json(ANSWER));
  await BedrockClientBuilder.create()
    .region('us-east-1')
    .apiKey('bedrock-key')
    .baseUrl(server.url)
    .build()
    .createMessage(request);
  expect(server.received[0]?.headers.authorization).toBe('Bearer bedrock-key');
});
