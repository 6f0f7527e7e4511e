import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, expect, test } from '@jest/globals';
import { ClientBuilder } from '../../lib/client/client-builder.js';
import { workloadIdentity } from '../../lib/node/index.js';
import { MessagesRequestBuilder } from '../../lib/request/messages-request-builder.js';
import { json, serve } from '../support/loopback.js';
import { failureOf } from '../support/transport.js';

const JWT = 'eyJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ.eyJzdWIiOiJjbHVzdCIsImlhdCI6MX0.c2lnbmF0dXJlLXNlY3JldA';
const request = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hello').build();
const token = json({ access_token: 'sk-ant-oat01-federated', expires_in: 3600, token_type: 'Bearer' });
const message = json({ content: [] });
const ids = { federationRuleId: 'fdrl_1', organizationId: 'org_1' };

const saved = { ...process.env };
afterEach(() => {
  process.env = { ...saved };
});

test('workloadIdentity exchanges an identity token once, and sends the access token', async () => {
  const server = await serve(token, message);
  const identity = workloadIdentity({
    ...ids,
    workspaceId: 'default',
    identityToken: () => JWT,
    baseUrl: server.url,
  });
  const client = ClientBuilder.create().authToken(identity).baseUrl(server.url).build();
  await client.createMessage(request);
  await client.createMessage(request);
  const [exchange, ...calls] = server.received;
  expect(exchange).toMatchObject({
    url: '/v1/oauth/token',
    headers: { 'anthropic-beta': 'oauth-2025-04-20,oidc-federation-2026-04-01' },
  });
  expect(JSON.parse(exchange?.body ?? '')).toEqual({
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    assertion: JWT,
    federation_rule_id: 'fdrl_1',
    organization_id: 'org_1',
    workspace_id: 'default',
  });
  expect(calls.map(({ url, headers }) => [url, headers.authorization, headers['anthropic-beta']])).toEqual(
    Array(2).fill(['/v1/messages', 'Bearer sk-ant-oat01-federated', 'oauth-2025-04-20']),
  );
  expect(calls[0]?.headers).not.toHaveProperty('anthropic-workspace-id');
});

test('workloadIdentity reads the environment, and reads the token file again for each exchange', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'clust-'));
  try {
    const file = join(folder, 'token');
    const refused = json({ type: 'error', error: { type: 'authentication_error', message: 'no' } }, 401);
    const server = await serve(token, refused, token, message);
    Object.assign(process.env, {
      ANTHROPIC_FEDERATION_RULE_ID: 'fdrl_2',
      ANTHROPIC_ORGANIZATION_ID: 'org_2',
      ANTHROPIC_SERVICE_ACCOUNT_ID: 'svac_2',
      ANTHROPIC_IDENTITY_TOKEN_FILE: file,
      ANTHROPIC_BASE_URL: server.url,
    });
    await writeFile(file, 'first\n');
    const client = ClientBuilder.create()
      .authToken(workloadIdentity())
      .baseUrl(server.url)
      .hooks({ onRetry: () => writeFile(file, 'second\n') })
      .build();
    await client.createMessage(request);
    const exchanges = server.received.filter(({ url }) => url === '/v1/oauth/token');
    expect(exchanges.map(({ body }) => JSON.parse(body).assertion)).toEqual(['first', 'second']);
    expect(JSON.parse(exchanges[0]?.body ?? '')).toMatchObject({ service_account_id: 'svac_2' });
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('an error of the exchange contains error and error_description, but no token and no other field', async () => {
  const answer = { error: 'invalid_grant', error_description: 'no rule matches', assertion: JWT };
  const server = await serve(json(answer, 401));
  const identity = workloadIdentity({ ...ids, identityToken: JWT, baseUrl: server.url });
  const error = await failureOf(
    ClientBuilder.create().authToken(identity).baseUrl(server.url).build().createMessage(request),
  );
  expect(error).toMatchObject({ name: 'CredentialError', reason: 'failed' });
  expect(String(error)).toContain(
    'answered 401: invalid_grant: no rule matches. Check that the federation rule',
  );
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('eyJ');
});

test('workloadIdentity stops reading a response above 1 MiB, and names the limit', async () => {
  const server = await serve(async (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const megabytes = setInterval(() => response.write('x'.repeat(512 * 1024)), 1);
    response.on('close', () => clearInterval(megabytes));
  });
  const identity = workloadIdentity({ ...ids, identityToken: JWT, baseUrl: server.url });
  const error = await failureOf(
    ClientBuilder.create().authToken(identity).baseUrl(server.url).build().createMessage(request),
  );
  expect(error).toMatchObject({
    name: 'CredentialError',
    cause: { name: 'ConnectionError', phase: 'body', retryable: false },
  });
  expect(String(error)).toContain("answered with more than 1048576 bytes, the limit of a token's answer");
});

test('workloadIdentity rejects a token that is not a bearer token', async () => {
  const server = await serve(json({ access_token: 'a', expires_in: 1, token_type: 'mac' }));
  const identity = workloadIdentity({ ...ids, identityToken: JWT, baseUrl: server.url });
  const client = ClientBuilder.create().authToken(identity).baseUrl(server.url).build();
  expect(String(await failureOf(client.createMessage(request)))).toContain('is not a bearer token');
});

test.each([
  [{ ...ids, identityToken: JWT, baseUrl: 'http://example.com' }, 'over https, or to this machine'],
  [{ ...ids, identityToken: 'x'.repeat(20_000) }, 'at most 16 KiB, not 20'],
  [{ organizationId: 'org_1', identityToken: JWT }, 'needs federationRuleId'],
  [{ ...ids, identityToken: ' ' }, 'needs identityToken'],
])('workloadIdentity rejects invalid options before sending anything (%#)', async (options, sentence) => {
  for (const name of Object.keys(process.env).filter((each) => each.startsWith('ANTHROPIC_')))
    delete process.env[name];
  const client = ClientBuilder.create().authToken(workloadIdentity(options)).build();
  const error = await failureOf(client.createMessage(request));
  expect(error).toMatchObject({ name: 'CredentialError' });
  expect(String(error)).toContain(sentence);
});

test('an error names the missing option and its variable', async () => {
  const options = { federationRuleId: 'fdrl_1', identityToken: 'jwt' };
  const client = ClientBuilder.create().authToken(workloadIdentity(options)).build();
  expect(String(await failureOf(client.createMessage(request)))).toContain(
    'workloadIdentity() needs organizationId: pass it, or set ANTHROPIC_ORGANIZATION_ID',
  );
});
