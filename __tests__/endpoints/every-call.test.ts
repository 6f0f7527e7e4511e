import { describe, expect, test } from '@jest/globals';
import { Client } from '../../lib/client/client.js';
import { MessagesRequestBuilder } from '../../lib/request/messages-request-builder.js';
import type { CallOptions } from '../../lib/transport/call.js';
import { apiError, json, serve, stall } from '../support/loopback.js';
import { collect } from '../support/streams.js';
import { failureOf, KEY } from '../support/transport.js';
import { batchOf } from './batch-server.js';
import { clientFor, untyped } from './support.js';

const request = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').build();
const page = { data: [], has_more: false, first_id: null, last_id: null };
const batch = batchOf();
const file = { id: 'file_1', type: 'file' };
const results = untyped({ ...batch, results_url: '/v1/messages/batches/msgbatch_01/results' });

/** Every client method that does not create messages: its name, its route, an answer and a call. */
const methods: readonly (readonly [
  name: string,
  route: string,
  answer: object,
  call: (client: Client, options: CallOptions) => Promise<unknown>,
])[] = [
  [
    'countTokens',
    'POST /v1/messages/count_tokens',
    { input_tokens: 1 },
    (client, options) => client.countTokens(request, options),
  ],
  ['models.list', 'GET /v1/models', page, (client, options) => collect(client.models.list(options))],
  [
    'models.retrieve',
    'GET /v1/models/a',
    { id: 'a' },
    (client, options) => client.models.retrieve('a', options),
  ],
  [
    'batches.create',
    'POST /v1/messages/batches',
    batch,
    (client, options) => client.batches.create([{ custom_id: 'a', params: request }], options),
  ],
  [
    'batches.retrieve',
    'GET /v1/messages/batches/b',
    batch,
    (client, options) => client.batches.retrieve('b', options),
  ],
  [
    'batches.list',
    'GET /v1/messages/batches',
    page,
    (client, options) => collect(client.batches.list(options)),
  ],
  [
    'batches.cancel',
    'POST /v1/messages/batches/b/cancel',
    batch,
    (client, options) => client.batches.cancel('b', options),
  ],
  [
    'batches.delete',
    'DELETE /v1/messages/batches/b',
    { id: 'b', type: 'message_batch_deleted' },
    (client, options) => client.batches.delete('b', options),
  ],
  [
    'batches.results',
    'GET /v1/messages/batches/msgbatch_01/results',
    { custom_id: 'a', result: { type: 'expired' } },
    (client, options) => collect(client.batches.results(results, options)),
  ],
  [
    'files.upload',
    'POST /v1/files',
    file,
    (client, options) => client.files.upload(new Uint8Array(1), { filename: 'a', ...options }),
  ],
  ['files.list', 'GET /v1/files', page, (client, options) => collect(client.files.list(options))],
  ['files.retrieve', 'GET /v1/files/f', file, (client, options) => client.files.retrieve('f', options)],
  [
    'files.delete',
    'DELETE /v1/files/f',
    { id: 'f', type: 'file_deleted' },
    (client, options) => client.files.delete('f', options),
  ],
  [
    'files.download',
    'GET /v1/files/f/content',
    {},
    (client, options) => client.files.download('f', options).text(),
  ],
  ['raw', 'GET /v1/skills', {}, (client, options) => client.raw('GET', '/v1/skills', options)],
  [
    'raw.paginate',
    'GET /v1/skills',
    page,
    (client, options) => collect(client.raw.paginate('GET', '/v1/skills', options)),
  ],
];

/** The members of a client that call `POST /v1/messages` or no endpoint. */
const ofMessages = [
  ...['constructor', 'with', 'createMessage', 'createMessageStream', 'converse', 'thread'],
  ...['runTools', 'toolTurns'],
];

describe.each(methods)('%s', (_, route, answer, call) => {
  const busy = apiError(529, 'overloaded_error', 'Busy', { 'retry-after-ms': '1' });

  test('sends version, key, betas and headers, and sends them again in a retry', async () => {
    const server = await serve(busy, json(answer));
    await call(clientFor(server.url), { betas: ['b-1'], headers: { 'x-a': '1' } });
    expect(server.received.map(({ method, url }) => `${method} ${url}`)).toEqual([route, route]);
    const headers = {
      'x-api-key': KEY,
      'anthropic-version': '2026-10-21',
      'anthropic-beta': 'b-1',
      'x-a': '1',
    };
    expect(server.received).toMatchObject([{ headers }, { headers }]);
    expect(server.received[1]?.headers['content-type']?.replace(/boundary=.*/, '')).toEqual(
      server.received[0]?.headers['content-type']?.replace(/boundary=.*/, ''),
    );
  });

  test('retries as often as retry.limit says, then rejects with the API error', async () => {
    const server = await serve(busy);
    const error = await failureOf(call(clientFor(server.url), { retry: { limit: 1 } }));
    expect(error).toMatchObject({ name: 'ApiError', type: 'overloaded_error', status: 529, attempts: 2 });
    expect(server.received).toHaveLength(2);
  });

  test('times out by timeout.total and timeout.headers', async () => {
    const server = await serve(stall);
    const client = clientFor(server.url);
    const total = await failureOf(call(client, { timeout: { total: 30 } }));
    expect(total).toMatchObject({ name: 'TimeoutError', phase: 'total' });
    const headers = await failureOf(call(client, { timeout: { headers: 30 }, retry: { limit: 0 } }));
    expect(headers).toMatchObject({ name: 'TimeoutError', phase: 'headers' });
  });

  test('is aborted by its signal, before and during the call', async () => {
    const server = await serve(stall);
    const client = clientFor(server.url);
    const before = await failureOf(call(client, { signal: AbortSignal.abort('no') }));
    expect(before).toMatchObject({ name: 'AbortedError', cause: 'no' });
    expect(server.received).toEqual([]);
    const controller = new AbortController();
    const calling = failureOf(call(client, { signal: controller.signal }));
    while (server.received.length === 0) await new Promise((resolve) => setTimeout(resolve, 2));
    controller.abort('enough');
    expect(await calling).toMatchObject({ name: 'AbortedError', cause: 'enough' });
    while (server.open() > 0) await new Promise((resolve) => setTimeout(resolve, 2));
  });
});

test('the table above lists every client method that does not create messages', () => {
  const client = clientFor('http://127.0.0.1:1');
  const named = methods.map(([name]) => name);
  // `batches.wait` calls `retrieve` in a loop. Other tests cover it.
  const others = new Set([...ofMessages, 'batches.wait']);
  const members = Object.entries(Object.getOwnPropertyDescriptors(Client.prototype)).flatMap(
    ([name, { get }]) => {
      const group: unknown = get?.call(client);
      const calls = Object.keys(Object(group)).map((call) => `${name}.${call}`);
      return typeof group === 'object' ? calls : [name, ...calls];
    },
  );
  expect(members.filter((name) => !others.has(name)).toSorted()).toEqual(named.toSorted());
});
