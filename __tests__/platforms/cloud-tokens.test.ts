import { generateKeyPairSync } from 'node:crypto';
import type { TokenCredential } from '@azure/core-auth';
import { describe, expect, test } from '@jest/globals';
import { GoogleAuth, OAuth2Client } from 'google-auth-library';
import { FoundryClientBuilder } from '../../lib/foundry/index.js';
import { MessagesRequestBuilder } from '../../lib/request/messages-request-builder.js';
import { VertexClientBuilder } from '../../lib/vertex/index.js';
import { json, serve } from '../support/loopback.js';
import { failureOf } from '../support/transport.js';
import { ANSWER } from './support.js';

/** Tokens of the clouds' own libraries, given to `authToken()` as their documents say. */

const request = MessagesRequestBuilder.create('claude-opus-5-5').maxTokens(9).user('Hello').build();

describe('google-auth-library', () => {
  const vertex = VertexClientBuilder.create().project('my-project').region('global');

  test('a service account is asked for one token, which is sent', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const google = await serve(json({ access_token: 'ya29.issued', expires_in: 3600, token_type: 'Bearer' }));
    const server = await serve(json(ANSWER));
    const auth = new GoogleAuth({
      scopes: 'https://www.googleapis.com/auth/cloud-platform',
      credentials: {
        type: 'service_account',
        client_email: 'clust@my-project.iam.gserviceaccount.com',
        private_key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
      },
      clientOptions: {
        // Google's token service, at another host.
        transporterOptions: {
          adapter: (options, send) => send({ ...options, url: new URL(options.url.pathname, google.url) }),
        },
      },
    });
    const client = vertex
      .authToken(() => auth.getAccessToken())
      .baseUrl(server.url)
      .build();
    await Promise.all([client.createMessage(request), client.createMessage(request)]);
    expect(google.received).toHaveLength(1);
    expect(server.received.map(({ headers }) => headers.authorization)).toEqual(
      Array(2).fill('Bearer ya29.issued'),
    );
  });

  test('a client of the library without a token is a CredentialError, and nothing is sent', async () => {
    const server = await serve(json(ANSWER));
    const oauth = new OAuth2Client({ credentials: {} });
    const client = vertex
      .authToken(async () => oauth.credentials.access_token)
      .baseUrl(server.url)
      .build();
    expect(await failureOf(client.createMessage(request))).toMatchObject({
      name: 'CredentialError',
      reason: 'invalid',
    });
    expect(server.received).toEqual([]);
  });
});

describe('@azure/identity', () => {
  const foundry = FoundryClientBuilder.create().resource('my-resource');
  /** What every credential of the library is; `expiresOnTimestamp` is in milliseconds. */
  const credentialOf = (lives: number) => {
    const scopes: unknown[] = [];
    const credential: TokenCredential = {
      async getToken(scope) {
        scopes.push(scope);
        return { token: `entra-${scopes.length}`, expiresOnTimestamp: Date.now() + lives };
      },
    };
    return { credential, scopes };
  };

  async function askTwice(credential: TokenCredential, url: string): Promise<void> {
    const client = foundry
      .authToken(() => credential.getToken('https://ai.azure.com/.default'))
      .baseUrl(url)
      .build();
    await client.createMessage(request);
    await client.createMessage(request);
  }

  test('the token of a credential is kept until shortly before its end', async () => {
    const server = await serve(json(ANSWER));
    const { credential, scopes } = credentialOf(3_600_000);
    await askTwice(credential, server.url);
    expect(scopes).toEqual(['https://ai.azure.com/.default']);
    expect(server.received[1]?.headers.authorization).toBe('Bearer entra-1');
  });

  test('a token that is about to end is asked for again', async () => {
    const server = await serve(json(ANSWER));
    const { credential, scopes } = credentialOf(20_000);
    await askTwice(credential, server.url);
    expect(scopes).toHaveLength(2);
    expect(server.received[1]?.headers.authorization).toBe('Bearer entra-2');
  });

  test('a provider of bearer tokens is the function itself', async () => {
    const server = await serve(json(ANSWER));
    // What getBearerTokenProvider() of @azure/identity gives.
    const provider: () => Promise<string> = async () => 'entra-by-provider';
    await foundry.authToken(provider).baseUrl(server.url).build().createMessage(request);
    expect(server.received[0]?.headers.authorization).toBe('Bearer entra-by-provider');
  });
});
