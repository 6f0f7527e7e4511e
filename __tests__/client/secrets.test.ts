import { inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { Client } from '../../lib/client/client.js';
import { ClientBuilder } from '../../lib/client/client-builder.js';
import { MessagesRequestBuilder } from '../../lib/request/messages-request-builder.js';
import { ApiKey } from '../../lib/values/api-key.js';
import { AuthToken } from '../../lib/values/auth-token.js';
import { apiError, raw, reset, resetAfter, serve } from '../support/loopback.js';
import { failureOf, KEY } from '../support/transport.js';

/** The object as every common way of printing shows it. */
function printed(thing: object): string {
  return [
    inspect(thing, { depth: 20, showHidden: true, getters: true }),
    JSON.stringify(thing),
    String(thing),
    inspect({ ...thing }, { depth: 20, showHidden: true }),
    inspect(Object.getOwnPropertyDescriptors(thing), { depth: 20, showHidden: true }),
  ].join('\n');
}

const key = ApiKey.of(KEY);
const builder = ClientBuilder.create().apiKey(key).headers({ 'x-note': 'harmless' });
const request = MessagesRequestBuilder.create('claude-haiku-4-5')
  .maxTokens(9)
  .user('a private question')
  .build();

describe('AT-10.2 printing', () => {
  test.each<[string, object]>([
    ['a key', key],
    ['a token', AuthToken.of('sk-ant-oat01-token')],
    ['a builder', builder],
    ['a builder with a token', ClientBuilder.create().authToken('sk-ant-oat01-token')],
    ['a client', builder.build()],
    ['a derived client', builder.build().with({ betas: ['b'] })],
    ['Client.fromApiKey', Client.fromApiKey(key)],
    ['a stream that has not started', builder.build().createMessageStream(request)],
    ['an array of these', [key, builder, builder.build()]],
  ])('does not show the key of %s', (_, thing) => {
    expect(printed(thing)).not.toContain('sk-ant-a');
    expect(printed(thing)).not.toContain('a-secret-of-the-tests');
    expect(printed(thing)).not.toContain('oat01-token');
  });

  test('does not show the key of a cloned client', () => {
    const clone = structuredClone(Object.fromEntries(Object.entries(builder.build())));
    expect(inspect(clone, { depth: 20, showHidden: true })).not.toContain('sk-ant-');
    expect(clone).toEqual({ version: '2026-10-21', baseUrl: 'https://api.anthropic.com/' });
  });

  test('shows the base URL of a client', () => {
    expect(inspect(builder.baseUrl('https://gateway.test/x').build())).toContain('https://gateway.test/x');
  });

  test('does not show the key or the prompt in the error of a call, streamed or not', async () => {
    const server = await serve(
      apiError(401, 'authentication_error', `invalid x-api-key ${KEY}`),
      apiError(400, 'invalid_request_error', `bad header x-api-key: ${KEY}`),
      raw(
        `event: error\ndata: {"type":"error","error":{"type":"api_error","message":"with ${KEY}"}}\n\n`,
        200,
        {
          'content-type': 'text/event-stream',
        },
      ),
      raw(`data: no JSON but ${KEY}\n\n`, 200, { 'content-type': 'text/event-stream' }),
      reset,
      resetAfter('data: {', { 'content-type': 'text/event-stream' }),
    );
    const client = builder.baseUrl(server.url).retry({ limit: 0 }).build();
    const failures = [
      await failureOf(client.createMessage(request)),
      await failureOf(client.createMessageStream(request).finalMessage()),
      await failureOf(client.createMessageStream(request).finalMessage()),
      await failureOf(client.createMessageStream(request).finalMessage()),
      await failureOf(client.createMessage(request)),
      await failureOf(client.createMessageStream(request).finalMessage()),
    ];
    for (const failure of failures) {
      expect(printed(Object(failure))).not.toMatch(/sk-ant-|private question/);
      expect(failure).toHaveProperty('attempts', 1);
    }
  }, 20_000);
});
