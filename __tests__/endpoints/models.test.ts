import { describe, expect, test } from '@jest/globals';
import { toModel } from '../../lib/endpoints/models/to-model.js';
import { MessagesRequestBuilder } from '../../lib/request/messages-request-builder.js';
import type { ModelInfo } from '../../lib/wire/endpoints/model-info.js';
import { apiError, json, raw, serve } from '../support/loopback.js';
import { collect } from '../support/streams.js';
import { failureOf, KEY } from '../support/transport.js';
import { answering, calls, clientFor, idPage, untyped } from './support.js';

const yes = { supported: true };
const no = { supported: false };

const info: ModelInfo = {
  id: 'claude-opus-7',
  type: 'model',
  display_name: 'Claude Opus 7',
  created_at: '2027-02-03T00:00:00Z',
  lifecycle: 'active',
  deprecated_at: null,
  retires_at: null,
  line: 'opus',
  max_input_tokens: 2_000_000,
  max_tokens: 200_000,
  capabilities: {
    effort: { supported: true, low: yes, medium: yes, high: yes, max: no, xhigh: null },
    image_input: no,
    pdf_input: yes,
    structured_outputs: yes,
    thinking: { supported: true, types: { adaptive: yes, between_tools: no, disabled: yes, enabled: no } },
  },
};

describe('models.list', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];

  test('requests one page after the other, and yields the models', async () => {
    const server = await serve(
      answering(({ url }) => json(idPage(ids, url), 200, { 'request-id': 'req_9' })),
    );
    const list = clientFor(server.url).models.list({ limit: 2, lifecycle: ['active', 'retired'] });
    expect((await collect(list)).map(({ id }) => id)).toEqual(ids);
    expect(calls(server.received)).toEqual([
      'GET /v1/models?limit=2&lifecycle[]=active&lifecycle[]=retired',
      'GET /v1/models?limit=2&after_id=b&lifecycle[]=active&lifecycle[]=retired',
      'GET /v1/models?limit=2&after_id=d&lifecycle[]=active&lifecycle[]=retired',
    ]);
    expect(server.received[0]).toMatchObject({
      body: '',
      headers: { 'x-api-key': KEY, 'anthropic-version': '2026-10-21', accept: 'application/json' },
    });
    expect(server.received[0]?.headers).not.toHaveProperty('anthropic-beta');
    expect(server.received[0]?.headers).not.toHaveProperty('content-type');
  });

  test('requests a page only when it is read, and starts over in each loop', async () => {
    const server = await serve(answering(({ url }) => json(idPage(ids, url))));
    const list = clientFor(server.url).models.list({ limit: 2 });
    expect(server.received).toEqual([]);
    for await (const { id } of list) if (id === 'c') break;
    expect(server.received.length).toBe(2);
    const [page] = await collect(list.pages());
    expect(page).toMatchObject({ data: [{ id: 'a' }, { id: 'b' }], has_more: true, http: { status: 200 } });
    expect(Object.keys(page ?? {})).not.toContain('http');
  });

  test('pages backward from before_id', async () => {
    const server = await serve(
      json({ data: [{ id: 'c' }, { id: 'd' }], has_more: true, first_id: 'c', last_id: 'd' }),
      json({ data: [{ id: 'b' }], has_more: false, first_id: 'b', last_id: 'b' }),
    );
    const list = clientFor(server.url).models.list({ before_id: 'e', limit: 2 });
    expect((await collect(list)).map(({ id }) => id)).toEqual(['c', 'd', 'b']);
    expect(calls(server.received)[1]).toBe('GET /v1/models?limit=2&before_id=c');
  });

  test('ends at an empty page, and rejects when a page repeats or has no cursor', async () => {
    const empty = await serve(json({ data: [], has_more: true, first_id: null, last_id: null }));
    expect(await collect(clientFor(empty.url).models.list())).toEqual([]);
    const same = json({ data: [{ id: 'a' }], has_more: true, first_id: 'a', last_id: 'a' });
    const server = await serve(same);
    expect(await failureOf(collect(clientFor(server.url).models.list()))).toMatchObject({
      name: 'ApiError',
      type: 'unexpected_response',
      message: expect.stringContaining('the list cannot be continued'),
    });
    expect(server.received.length).toBe(2);
    const nameless = await serve(json({ data: [{}], has_more: true }));
    expect(await failureOf(collect(clientFor(nameless.url).models.list()))).toMatchObject({
      message: expect.stringContaining('the list cannot be continued'),
    });
  });

  test('retries a page, and throws an error that is not retryable after the models before it', async () => {
    const server = await serve(
      json(idPage(ids, '/?limit=3')),
      apiError(529, 'overloaded_error', 'Overloaded', { 'retry-after-ms': '1' }),
      apiError(403, 'permission_error', 'No.'),
    );
    const seen: string[] = [];
    const list = clientFor(server.url).models.list({ limit: 3 });
    const reading = (async () => {
      for await (const { id } of list) seen.push(id);
    })();
    expect(await failureOf(reading)).toMatchObject({ status: 403, attempts: 2, requestId: 'req_403' });
    expect(seen).toEqual(['a', 'b', 'c']);
  });

  test('rejects a response that is not a list, such as the page of a proxy', async () => {
    const server = await serve(json({ hello: 'world' }), raw('<html>', 200));
    const client = clientFor(server.url);
    for (const _ of [1, 2]) {
      expect(await failureOf(collect(client.models.list()))).toMatchObject({ type: 'unexpected_response' });
    }
    const wrapped = await serve(json({ error: { type: 'overloaded_error', message: 'Busy' } }));
    expect(await failureOf(collect(clientFor(wrapped.url).models.list()))).toMatchObject({
      type: 'overloaded_error',
    });
  });
});

describe('models.retrieve', () => {
  test('encodes the id in the path, and returns the model unchanged', async () => {
    const server = await serve(json(info, 200, { 'request-id': 'req_1' }));
    const model = await clientFor(server.url).models.retrieve('team/opus 7');
    expect(server.received[0]?.url).toBe('/v1/models/team%2Fopus%207');
    expect(JSON.stringify(model)).toBe(JSON.stringify(info));
    expect(model.http.requestId).toBe('req_1');
  });

  test('rejects an id that would change the path', async () => {
    const client = clientFor('http://127.0.0.1:1');
    for (const id of ['', '.', '..', undefined]) {
      const error = await failureOf(client.models.retrieve(untyped(id)));
      expect(error).toMatchObject({ name: 'ValidationError', problems: [{ path: 'id', rule: 'id' }] });
    }
  });
});

describe('toModel', () => {
  test('converts the model info of the API to a model that a builder takes', () => {
    const model = toModel(info);
    expect(model.id).toBe('claude-opus-7');
    expect(model.spec).toMatchObject({
      displayName: 'Claude Opus 7',
      line: 'opus',
      lifecycle: { stage: 'active', released: '2027-02-03', retiresAt: null },
      maxOutputTokens: 200_000,
      contextWindow: 2_000_000,
      thinking: ['adaptive', 'disabled'],
      effort: ['low', 'medium', 'high'],
      imageInput: false,
      pdfInput: true,
      structuredOutputs: true,
    });
    const builder = MessagesRequestBuilder.create(model).maxTokens(150_000).user('Hello');
    expect(builder.build()).toMatchObject({ model: 'claude-opus-7', max_tokens: 150_000 });
    expect(builder.effort('max').problems()).toMatchObject([{ path: 'output_config.effort' }]);
  });

  test('fills in missing facts from the catalog', () => {
    const known = toModel({ ...info, id: 'claude-opus-5-5', max_tokens: null, capabilities: null });
    expect(known.spec).toMatchObject({
      maxOutputTokens: 128_000,
      sampling: 'rejected',
      batchMaxOutputTokens: 300_000,
    });
    const builder = MessagesRequestBuilder.create(known).maxTokens(9).user('Hi').temperature(0.5);
    expect(builder.problems()).toMatchObject([{ rule: 'sampling-by-model' }]);
  });

  test('throws when the output limit is unknown', () => {
    expect(() => toModel({ ...info, max_tokens: null })).toThrow(
      'claude-opus-7 generates at most: use defineModel()',
    );
  });

  test('ignores values that this release does not know', () => {
    const model = toModel({
      ...info,
      lifecycle: 'dreaming',
      line: 'sagas',
      created_at: '1970-01-01T00:00:00Z',
    });
    expect(model.spec).toMatchObject({ line: null, lifecycle: { stage: 'active', released: null } });
  });
});
