import { chmod, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ClientBuilder } from '../../lib/client/client-builder.js';
import { type CredentialProfileOptions, credentialProfile } from '../../lib/node/index.js';
import { MessagesRequestBuilder } from '../../lib/request/messages-request-builder.js';
import { json, serve } from '../support/loopback.js';
import { failureOf } from '../support/transport.js';

const request = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hello').build();
const message = json({ content: [] });
const unauthorized = json({ type: 'error', error: { type: 'authentication_error', message: 'no' } }, 401);
const seconds = (from = 0) => Math.floor(Date.now() / 1000) + from;

const saved = { ...process.env };
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clust-a-long-name-1-'));
  for (const name of Object.keys(process.env).filter((each) => each.startsWith('ANTHROPIC_')))
    delete process.env[name];
  process.env.ANTHROPIC_CONFIG_DIR = folder;
});
afterEach(async () => {
  process.env = { ...saved };
  await rm(folder, { recursive: true });
});

async function put(path: string, value: unknown, mode = 0o600): Promise<void> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, typeof value === 'string' ? value : JSON.stringify(value));
  await chmod(file, mode);
}

const read = async (path: string) => JSON.parse(await readFile(join(folder, path), 'utf8'));

const clientOf = (url: string, options: CredentialProfileOptions = {}) =>
  ClientBuilder.create().authToken(credentialProfile(options)).baseUrl(url).build();

const login = { authentication: { type: 'user_oauth', client_id: 'client-1' }, workspace_id: 'wrkspc_1' };
const federation = {
  authentication: { type: 'oidc_federation', federation_rule_id: 'fdrl_file' },
  organization_id: 'org_file',
};
const stored = (expires_at: number | null, token = 'sk-ant-oat01-stored') => ({
  type: 'oauth_token',
  access_token: token,
  refresh_token: 'refresh-1',
  expires_at,
  account_email: 'someone@example.com',
});

describe('credentialProfile with the login of a user', () => {
  test('sends the stored token, the beta and the workspace without another request', async () => {
    const server = await serve(message);
    await put('configs/default.json', login);
    await put('credentials/default.json', stored(seconds(3600)));
    const client = clientOf(server.url);
    await client.createMessage(request);
    await client.createMessage(request);
    expect(server.received.map(({ url }) => url)).toEqual(['/v1/messages', '/v1/messages']);
    expect(server.received[1]?.headers).toMatchObject({
      authorization: 'Bearer sk-ant-oat01-stored',
      'anthropic-beta': 'oauth-2025-04-20',
      'anthropic-workspace-id': 'wrkspc_1',
    });
  });

  test('refreshes an expiring token, and stores the new tokens in a file that only its owner can read', async () => {
    const answer = { access_token: 'sk-ant-oat01-new', refresh_token: 'refresh-2', expires_in: 3600 };
    const server = await serve(json(answer), message);
    await put('configs/work.json', { ...login, base_url: server.url });
    await put('credentials/work.json', stored(seconds(60)));
    await clientOf(server.url, { name: 'work' }).createMessage(request);
    const [grant, call] = server.received;
    expect(grant).toMatchObject({
      url: '/v1/oauth/token',
      headers: { 'anthropic-beta': 'oauth-2025-04-20' },
    });
    expect(JSON.parse(grant?.body ?? '')).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'refresh-1',
      client_id: 'client-1',
    });
    expect(call?.headers.authorization).toBe('Bearer sk-ant-oat01-new');
    expect(await read('credentials/work.json')).toEqual({
      ...stored(expect.any(Number) as unknown as number, 'sk-ant-oat01-new'),
      refresh_token: 'refresh-2',
      version: '1.0',
    });
    expect((await stat(join(folder, 'credentials/work.json'))).mode & 0o777).toBe(0o600);
  });

  test('refreshes the token after a 401 even if it has no expiry time', async () => {
    const answer = json({ access_token: 'sk-ant-oat01-new', expires_in: 3600 });
    const server = await serve(unauthorized, answer, message);
    await put('configs/default.json', login);
    await put('credentials/default.json', stored(null));
    await clientOf(server.url, { baseUrl: server.url }).createMessage(request);
    expect(server.received.map(({ url }) => url)).toEqual([
      '/v1/messages',
      '/v1/oauth/token',
      '/v1/messages',
    ]);
    expect(await read('credentials/default.json')).toMatchObject({ refresh_token: 'refresh-1' });
  });

  test('uses a token without a client_id, which cannot be refreshed, until it expires', async () => {
    const server = await serve(message);
    await put('configs/default.json', { authentication: { type: 'user_oauth' } });
    await put('credentials/default.json', stored(seconds(60)));
    await clientOf(server.url).createMessage(request);
    expect(server.received[0]?.headers.authorization).toBe('Bearer sk-ant-oat01-stored');
  });

  test('reads a credentials file that is a symbolic link, as in a container', async () => {
    const server = await serve(message);
    await put('configs/default.json', login);
    await put('secret.json', stored(seconds(3600)));
    await mkdir(join(folder, 'credentials'));
    await symlink(join(folder, 'secret.json'), join(folder, 'credentials/default.json'));
    await clientOf(server.url).createMessage(request);
    expect(server.received[0]?.headers.authorization).toBe('Bearer sk-ant-oat01-stored');
  });
});

describe('credentialProfile with federation', () => {
  test('exchanges the identity token once, and a second client reads the stored result', async () => {
    const server = await serve(json({ access_token: 'sk-ant-oat01-federated', expires_in: 3600 }), message);
    const path = join(folder, 'identity');
    const identity_token = { source: 'file', path };
    const authentication = { ...federation.authentication, identity_token };
    await put('identity', 'eyJ.first\n');
    await put('configs/ci.json', { ...federation, authentication, base_url: server.url });
    // The profile outranks the environment, which supplies the fields that the profile leaves out.
    Object.assign(process.env, {
      ANTHROPIC_PROFILE: 'ci',
      ANTHROPIC_WORKSPACE_ID: 'wrkspc_env',
      ANTHROPIC_ORGANIZATION_ID: 'org_env',
    });
    await clientOf(server.url).createMessage(request);
    await clientOf(server.url).createMessage(request);
    expect(server.received.map(({ url }) => url)).toEqual([
      '/v1/oauth/token',
      '/v1/messages',
      '/v1/messages',
    ]);
    expect(JSON.parse(server.received[0]?.body ?? '')).toEqual({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: 'eyJ.first',
      federation_rule_id: 'fdrl_file',
      organization_id: 'org_file',
      workspace_id: 'wrkspc_env',
    });
    expect(server.received[2]?.headers).toMatchObject({ authorization: 'Bearer sk-ant-oat01-federated' });
    expect(server.received[2]?.headers).not.toHaveProperty('anthropic-workspace-id');
    expect(await read('credentials/ci.json')).toMatchObject({ access_token: 'sk-ant-oat01-federated' });
  });
});

describe('credentialProfile uses', () => {
  const environment = {
    ANTHROPIC_FEDERATION_RULE_ID: 'fdrl_env',
    ANTHROPIC_ORGANIZATION_ID: 'org_env',
    ANTHROPIC_IDENTITY_TOKEN: 'eyJ.env',
  };
  beforeEach(async () => {
    for (const name of ['default', 'active', 'named']) {
      await put(`configs/${name}.json`, login);
      await put(`credentials/${name}.json`, stored(null, `token-of-${name}`));
    }
  });

  test.each([
    ['the profile of its name option', { name: 'named' }, { ANTHROPIC_PROFILE: 'active' }, 'token-of-named'],
    [
      'the profile of ANTHROPIC_PROFILE',
      {},
      { ...environment, ANTHROPIC_PROFILE: 'named' },
      'token-of-named',
    ],
    ['federation from the environment', {}, environment, 'token-by-federation'],
    ['the active profile', {}, {}, 'token-of-active'],
  ])('%s', async (_, options, env, token) => {
    const exchange = json({ access_token: 'token-by-federation', expires_in: 3600 });
    const server = await (token === 'token-by-federation' ? serve(exchange, message) : serve(message));
    await put('active_config', 'active\n');
    Object.assign(process.env, env, { ANTHROPIC_BASE_URL: server.url });
    await clientOf(server.url, options).createMessage(request);
    expect(server.received.at(-1)?.headers.authorization).toBe(`Bearer ${token}`);
  });

  test('the profile default when none is active', async () => {
    const server = await serve(message);
    await clientOf(server.url).createMessage(request);
    expect(server.received[0]?.headers.authorization).toBe('Bearer token-of-default');
  });
});

describe('credentialProfile rejects before sending anything', () => {
  const cases: readonly (readonly [string, CredentialProfileOptions, () => Promise<void>])[] = [
    ['there is no profile work', { name: 'work' }, async () => undefined],
    ["letters, digits, '_', '.' and '-', unlike", { name: '../work' }, async () => undefined],
    ['it has no authentication', {}, () => put('configs/default.json', '{')],
    [
      'with "saml", which clust does not know',
      {},
      () => put('configs/default.json', { authentication: { type: 'saml' } }),
    ],
    ['is not signed in', {}, () => put('configs/default.json', login)],
    [
      'sign in again',
      {},
      async () => {
        await put('configs/default.json', { authentication: { type: 'user_oauth' } });
        await put('credentials/default.json', stored(seconds(-1)));
      },
    ],
    [
      'has the mode 0644, so others can read it: chmod 600',
      {},
      async () => {
        await put('configs/default.json', login);
        await put('credentials/default.json', stored(seconds(3600)), 0o644);
      },
    ],
    [
      'over https, or to this machine',
      { baseUrl: 'http://example.com' },
      async () => {
        await put('configs/default.json', login);
        await put('credentials/default.json', stored(seconds(-1)));
      },
    ],
  ];

  test.each(cases)('with the message: %s', async (sentence, options, arrange) => {
    await arrange();
    const server = await serve(message);
    const error = await failureOf(clientOf(server.url, options).createMessage(request));
    expect(error).toMatchObject({ name: 'CredentialError', reason: 'failed' });
    expect(String(error)).toContain(sentence);
    expect(String(error)).not.toContain('sk-ant-oat01');
    // A path is shown in full.
    expect(String(error)).not.toContain('***');
    expect(server.received).toEqual([]);
  });
});
