import { describe, expect, test } from '@jest/globals';
import { MessagesRequestBuilder } from '../../lib/request/messages-request-builder.js';
import { apiError, json, raw, resetAfter, serve } from '../support/loopback.js';
import { collect } from '../support/streams.js';
import { failureOf } from '../support/transport.js';
import { calls, clientFor, untyped } from './support.js';

describe('the responseType of raw()', () => {
  const answer = raw('één\r\ntwo\n\nthree', 200, { 'request-id': 'req_3', 'content-type': 'text/plain' });

  test('returns the response as text, bytes, a stream or lines', async () => {
    const server = await serve(answer);
    const client = clientFor(server.url);
    const text = 'één\r\ntwo\n\nthree';
    const expected = new TextEncoder().encode(text);
    expect(await client.raw('GET', '/x', { responseType: 'text' })).toBe(text);
    const bytes = await client.raw('GET', '/x', { responseType: 'bytes' });
    expect([...bytes]).toEqual([...expected]);
    const stream = await client.raw('GET', '/x', { responseType: 'stream' });
    expect(await new Response(stream).text()).toBe(text);
    const lines = await client.raw('GET', '/x', { responseType: 'lines' });
    expect(await collect(lines)).toEqual(['één', 'two', 'three']);
    for (const { http } of [bytes, stream, lines]) expect(http.requestId).toBe('req_3');
    expect(await failureOf(client.raw('GET', '/x'))).toMatchObject({ type: 'unexpected_response' });
  });

  test('makes the reader throw a ConnectionError when the connection breaks', async () => {
    const server = await serve(resetAfter('one\ntwo'));
    const client = clientFor(server.url);
    const seen: string[] = [];
    const reading = (async () => {
      for await (const line of await client.raw('GET', '/x', { responseType: 'lines' })) seen.push(line);
    })();
    expect(await failureOf(reading)).toMatchObject({ name: 'ConnectionError' });
    expect(seen).toEqual(['one']);
    for (const responseType of ['text', 'bytes'] as const) {
      const options = { responseType, retry: { limit: 0 } };
      expect(await failureOf(client.raw('GET', '/x', options))).toMatchObject({ name: 'ConnectionError' });
    }
  });

  test('is an empty object for a 204, which has no body', async () => {
    const server = await serve((response) => {
      response.writeHead(204, { 'request-id': 'req_4' }).end();
    });
    const answer = await clientFor(server.url).raw('DELETE', '/x');
    expect(answer).toEqual({});
    expect(answer.http).toMatchObject({ status: 204, requestId: 'req_4' });
  });

  test('is rejected when it is unknown', async () => {
    const client = clientFor('http://127.0.0.1:1');
    const error = await failureOf(client.raw('GET', '/x', untyped({ responseType: 'blob' })));
    expect(String(error)).toContain('one of json, text, bytes, stream, lines, not as "blob"');
  });
});

test('raw() sends the betas of a request and of the options', async () => {
  const server = await serve(json({}));
  const request = MessagesRequestBuilder.create('claude-haiku-4-5')
    .maxTokens(9)
    .user('Hi')
    .betas('b-1')
    .contextManagement({ edits: [{ type: 'clear_tool_uses_20250919' }] })
    .build();
  const client = clientFor(server.url);
  await client.raw('POST', '/v1/messages', { json: request, betas: ['c-2'] });
  await client.raw('POST', '/v1/other', { json: { model: 'x' }, betas: ['c-2'] });
  expect(server.received.map(({ headers }) => headers['anthropic-beta'])).toEqual([
    'context-management-2025-06-27,b-1,c-2',
    'c-2',
  ]);
  expect(server.received[0]?.body).toBe(JSON.stringify(request));
});

test('raw() sends multipart forms with lists of files', async () => {
  const server = await serve(json({ id: 'skill_1' }));
  const source = (value: string) => new TextEncoder().encode(value);
  const files = [
    { source: source('---\nname: a\n---'), filename: 'a/SKILL.md', mediaType: 'text/markdown' },
    { source: new Blob(['x'], { type: 'text/plain' }), filename: 'a/x.txt' },
    {
      source: (async function* () {
        yield source('streamed');
      })(),
      filename: 'a/y.bin',
    },
  ];
  const client = clientFor(server.url);
  for (const list of [files.slice(0, 2), files]) {
    const multipart = { 'files[]': list, display_name: 'A', missing: undefined, n: 7 };
    await client.raw('POST', '/v1/skills', { multipart });
  }
  const forms = server.received.map(async ({ headers, body }) => {
    const type = { 'content-type': headers['content-type'] ?? '' };
    const form = await new Response(body, { headers: type }).formData();
    return Promise.all(
      [...form].map(async ([name, value]) =>
        typeof value === 'string' ? [name, value] : [name, value.name, value.type, await value.text()],
      ),
    );
  });
  const [first = [], second = []] = await Promise.all(forms);
  const expected = [
    ['files[]', 'a/SKILL.md', 'text/markdown', '---\nname: a\n---'],
    ['files[]', 'a/x.txt', 'text/plain', 'x'],
  ];
  expect(first).toEqual([...expected, ['display_name', 'A'], ['n', '7']]);
  expect(second).toEqual([
    ...expected,
    ['files[]', 'a/y.bin', 'application/octet-stream', 'streamed'],
    ['display_name', 'A'],
    ['n', '7'],
  ]);
});

test('raw() sends a body of any media type', async () => {
  const server = await serve(json({}));
  await clientFor(server.url).raw('PUT', '/x', { body: '<a/>', contentType: 'text/xml', accept: 'text/xml' });
  expect(server.received[0]).toMatchObject({
    method: 'PUT',
    body: '<a/>',
    headers: { 'content-type': 'text/xml', accept: 'text/xml' },
  });
});

describe('raw.paginate()', () => {
  test.each([
    [
      'page',
      [
        { data: [{ id: 1 }], next_page: 'p2' },
        { data: [{ id: 2 }], next_page: null },
      ],
      'page=p2',
    ],
    [
      'page_token',
      [
        { data: [{ id: 1 }], has_more: true, next_page: 't2' },
        { data: [{ id: 2 }], has_more: false, next_page: null },
      ],
      'page_token=t2',
    ],
    [
      'after_id',
      [
        { data: [{ id: 1 }], has_more: true, last_id: '1' },
        { data: [{ id: 2 }], has_more: false },
      ],
      'after_id=1',
    ],
  ])('follows pages by %s', async (_name, [first, second], query) => {
    const server = await serve(json(first), json(second));
    const list = clientFor(server.url).raw.paginate<{ id: number }>('GET', '/v1/skills', {
      query: { limit: 1 },
    });
    expect((await collect(list)).map(({ id }) => id)).toEqual([1, 2]);
    expect(calls(server.received)).toEqual(['GET /v1/skills?limit=1', `GET /v1/skills?limit=1&${query}`]);
  });

  test('throws the API error of a page', async () => {
    const server = await serve(apiError(400, 'invalid_request_error', 'No'));
    const list = clientFor(server.url).raw.paginate('GET', '/v1/skills');
    expect(await failureOf(collect(list))).toMatchObject({ status: 400 });
  });
});
