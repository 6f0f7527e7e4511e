import { describe, expect, jest, test } from '@jest/globals';
import { BatchBuilder } from '../../lib/endpoints/batches/batch-builder.js';
import { batchesCalls } from '../../lib/endpoints/batches/batches-calls.js';
import { MessagesRequestBuilder } from '../../lib/request/messages-request-builder.js';
import type { BatchRequestCounts } from '../../lib/wire/endpoints/message-batch.js';
import { apiError, json, raw, resetAfter, serve, stall } from '../support/loopback.js';
import { collect } from '../support/streams.js';
import { configFor, failureOf, KEY } from '../support/transport.js';
import { batchOf, batchServer, line, succeeded } from './batch-server.js';
import { calls, clientFor, untyped } from './support.js';

const preset = MessagesRequestBuilder.create('claude-haiku-5-5').maxTokens(64);
const ask = (text: string) => preset.user(text).build();
const two = BatchBuilder.create().add('one', ask('1?')).add('two', ask('2?')).build();

/** An ended batch whose results are on the server at `url`. */
const endedAt = (url: string, succeededCount = 0) =>
  batchOf({
    processing_status: 'ended',
    request_counts: { processing: 0, succeeded: succeededCount, errored: 0, canceled: 0, expired: 0 },
    results_url: `${url}/v1/messages/batches/msgbatch_01/results`,
  });

/** Reads a results file: the results, and the error that ended them. */
async function readResults(body: string, count = 0) {
  const server = await serve(raw(body));
  const results: { custom_id: string; result: { type: string } }[] = [];
  let error: unknown;
  try {
    const batch = untyped(endedAt(server.url, count));
    for await (const result of clientFor(server.url).batches.results(batch)) results.push(result);
  } catch (caught) {
    error = caught;
  }
  return { results, error, ids: results.map(({ custom_id }) => custom_id) };
}

describe('client.batches', () => {
  test('creates a batch, waits for it, reads its results and deletes it', async () => {
    const server = await serve(batchServer({ polls: 4 }));
    const client = clientFor(server.url);
    const created = await client.batches.create(two);
    expect(created).toMatchObject({
      id: 'msgbatch_01',
      processing_status: 'in_progress',
      http: { status: 200 },
    });
    const progress: BatchRequestCounts[] = [];
    const ended = await client.batches.wait(created, {
      poll: 1,
      onProgress: (counts) => progress.push(counts),
    });
    expect(progress.map(({ processing }) => processing)).toEqual([2, 2, 2, 0]);
    expect(ended).toMatchObject({ processing_status: 'ended', request_counts: { succeeded: 2 } });

    const results = await collect(client.batches.results(ended));
    expect(results.map(({ custom_id }) => custom_id)).toEqual(['two', 'one']);
    const [first] = results;
    if (first?.custom_id !== 'two' || first.result.type !== 'succeeded')
      throw new Error('expected a success');
    expect(first.result.message.text).toBe('two');
    expect(first.result.message.http.requestId).toBe('req_results');
    expect(JSON.stringify(first)).toBe(succeeded('two'));

    expect(await client.batches.delete(created)).toEqual({
      id: 'msgbatch_01',
      type: 'message_batch_deleted',
    });
    const base = '/v1/messages/batches';
    const retrieve = `GET ${base}/msgbatch_01`;
    expect(calls(server.received)).toEqual([
      `POST ${base}`,
      retrieve,
      retrieve,
      retrieve,
      retrieve,
      `${retrieve}/results`,
      `DELETE ${base}/msgbatch_01`,
    ]);
    expect(server.received[0]?.body).toBe(JSON.stringify(two));
    expect(server.received[0]?.headers).toMatchObject({
      'content-type': 'application/json',
      'x-api-key': KEY,
    });
    expect(server.received[0]?.headers).not.toHaveProperty('anthropic-beta');
    expect(server.received[5]?.headers).toMatchObject({ accept: 'application/binary', 'x-api-key': KEY });
  });

  test('cancels, retrieves and lists batches', async () => {
    const server = await serve(batchServer({ polls: 1 }));
    const client = clientFor(server.url);
    await client.batches.create(two);
    expect(await client.batches.cancel('msgbatch_01')).toMatchObject({ processing_status: 'canceling' });
    expect(await client.batches.retrieve('msgbatch_01')).toMatchObject({ processing_status: 'ended' });
    const listed = await collect(client.batches.list({ limit: 2 }));
    expect(listed.map(({ id }) => id)).toEqual(['msgbatch_03', 'msgbatch_02', 'msgbatch_01']);
    expect(calls(server.received).slice(1)).toEqual([
      'POST /v1/messages/batches/msgbatch_01/cancel',
      'GET /v1/messages/batches/msgbatch_01',
      'GET /v1/messages/batches?limit=2',
      'GET /v1/messages/batches?limit=2&after_id=msgbatch_02',
    ]);
    expect(server.received[1]).toMatchObject({ body: '' });
  });

  test('creates a batch from an array or an async iterable of wire bodies', async () => {
    const server = await serve(batchServer());
    const client = clientFor(server.url);
    const body = {
      model: 'claude-haiku-5-5',
      max_tokens: 9,
      messages: [{ role: 'user', content: 'Hi' }],
    } as const;
    const list = [{ custom_id: 'a', params: body }];
    await client.batches.create(list);
    await client.batches.create(
      (async function* () {
        yield { custom_id: 'a', params: body };
      })(),
    );
    for (const { body: sent } of server.received) expect(JSON.parse(sent)).toEqual({ requests: list });
  });

  test('parses results by the output format of the requests, also by id alone if the batch is passed', async () => {
    const schema = {
      type: 'object',
      properties: { n: { type: 'number' } },
      required: ['n'],
      additionalProperties: false,
    } as const;
    const batch = BatchBuilder.create()
      .add('n', preset.outputFormat(schema).user('A number?').build())
      .build();
    const server = await serve(batchServer({ results: () => succeeded('n', '{"n":7}') }));
    const client = clientFor(server.url);
    const created = await client.batches.create(batch);
    const read = async (results: AsyncIterable<{ result: unknown }>) => {
      const [first] = await collect(results);
      return Reflect.get(Object(first?.result), 'message').parsed;
    };
    expect(await read(client.batches.results(created))).toEqual({ n: 7 });
    expect(await read(client.batches.results(await client.batches.retrieve(created)))).toEqual({ n: 7 });
    expect(await read(client.batches.results(created.id, { batch }))).toEqual({ n: 7 });
    expect(await read(client.batches.results(created.id))).toBeUndefined();
    for await (const { result } of client.batches.results(created.id, { batch })) {
      if (result.type === 'succeeded') expect(result.message.parsed.n.toFixed(1)).toBe('7.0');
    }
  });
});

describe('batches.create', () => {
  test('sends the betas of all requests, of the client and of the call', async () => {
    const server = await serve(batchServer());
    const batch = BatchBuilder.create()
      .add('a', preset.betas('b-1').user('1').build())
      .add(
        'b',
        preset
          .contextManagement({ edits: [{ type: 'clear_tool_uses_20250919' }] })
          .user('2')
          .build(),
      )
      .build();
    await clientFor(server.url)
      .with({ betas: ['c-0'] })
      .batches.create(batch, { betas: ['d-3'] });
    const betas = server.received[0]?.headers['anthropic-beta']?.toString().split(',').sort();
    expect(betas).toEqual(['b-1', 'c-0', 'context-management-2025-06-27', 'd-3']);
  });

  test('sends the beta for long outputs when max_tokens exceeds the limit outside batches', async () => {
    const server = await serve(batchServer());
    const batch = BatchBuilder.create().add('a', ask('A book?'), { maxTokens: 300_000 }).build();
    await clientFor(server.url).batches.create(batch);
    expect(JSON.parse(server.received[0]?.body ?? '').requests[0].params.max_tokens).toBe(300_000);
    expect(server.received[0]?.headers['anthropic-beta']).toBe('output-300k-2026-03-24');
    const plain = {
      model: 'claude-haiku-5-5',
      max_tokens: 200_000,
      messages: [{ role: 'user', content: 'Hi' }],
    } as const;
    await clientFor(server.url).batches.create([{ custom_id: 'a', params: plain }]);
    expect(server.received[1]?.headers['anthropic-beta']).toBe('output-300k-2026-03-24');
  });

  test.each([
    [64_001, 'claude-haiku-4-5 generates at most 64000 tokens in a batch, not 64001'],
    [0.5, 'max_tokens takes a whole number of tokens, 0 or more, not 0.5'],
  ])('rejects an invalid maxTokens of an item: %s', (maxTokens: number, message) => {
    const small = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').build();
    expect(BatchBuilder.create().add('a', small, { maxTokens }).problems()).toEqual([
      { path: 'requests.0.params.max_tokens', rule: 'batch-max-tokens', message },
    ]);
  });

  test('lists every problem of every request, and sends nothing', async () => {
    const server = await serve(json({}));
    const params = { model: 'claude-haiku-5-5', max_tokens: 0, messages: [{ role: 'user', content: 'Hi' }] };
    const items = [
      { custom_id: 'same', params: { ...params, max_tokens: 9, temperature: 0.3 } },
      { custom_id: 'same', params: { ...params, max_tokens: 9, stream: true, speed: 'fast' } },
      { custom_id: 'no spaces', params },
      { custom_id: 7, params: { ...params, max_tokens: 300_001 } },
      { custom_id: 'x'.repeat(65), params: preset },
      undefined,
      {
        custom_id: 'whole',
        params: {
          ...params,
          max_tokens: 9,
          thread: { type: 'create' },
          fallbacks: 'default',
        },
      },
    ];
    const error = await failureOf(clientFor(server.url).batches.create(untyped(items)));
    expect(error).toMatchObject({ name: 'ValidationError' });
    const problems = (error as { problems: { path: string; rule: string }[] }).problems;
    expect(problems.map(({ path, rule }) => `${path} ${rule}`)).toEqual([
      'requests.0.params.temperature sampling-by-model',
      'requests.0.params.temperature sampling-by-version',
      'requests.1.custom_id batch-custom-id',
      'requests.1.params.speed speed-of-model',
      'requests.1.params.stream batch-request',
      'requests.1.params.speed batch-request',
      'requests.2.custom_id batch-custom-id',
      'requests.2.params.max_tokens batch-request',
      'requests.3.custom_id batch-custom-id',
      'requests.3.params.max_tokens max-tokens',
      'requests.3.params.max_tokens batch-max-tokens',
      'requests.4.custom_id batch-custom-id',
      'requests.4.params request',
      'requests.5.custom_id batch-custom-id',
      'requests.5.params request',
      'requests.6.params.thread batch-request',
      'requests.6.params.fallbacks batch-request',
    ]);
    expect(await failureOf(clientFor(server.url).batches.create([]))).toMatchObject({
      problems: [{ path: 'requests', message: 'a batch needs a request: add one' }],
    });
    expect(server.received).toEqual([]);
  });

  test('rejects more than 100,000 requests, and more than 256 MB', async () => {
    const params = ask('Hi');
    const many = Array.from({ length: 100_001 }, (_, index) => ({ custom_id: `${index}`, params }));
    const client = clientFor('http://127.0.0.1:1');
    expect(String(await failureOf(client.batches.create(many)))).toContain(
      'at most 100000 requests, not 100001',
    );
    const heavy = { ...params, blob: { toJSON: () => ({ data: 'x'.repeat(257 * 1024 * 1024) }) } };
    const error = await failureOf(client.batches.create(untyped([{ custom_id: 'a', params: heavy }])));
    expect(String(error)).toContain('at most 256 MB, not 258');
  });

  test('measures the 256 MB in bytes of UTF-8', async () => {
    const wide = { ...ask('Hi'), blob: { toJSON: () => '世'.repeat(90 * 1024 * 1024) } };
    const { batches } = clientFor('http://127.0.0.1:1');
    const error = await failureOf(batches.create(untyped([{ custom_id: 'a', params: wide }])));
    expect(String(error)).toContain('at most 256 MB, not 271');
  });
});

describe('batches.wait', () => {
  const ended = json(endedAt('http://127.0.0.1'));

  test('continues after a retryable error, with growing pauses', async () => {
    const busy = apiError(529, 'overloaded_error', 'Overloaded');
    const server = await serve(json(batchOf()), busy, json(batchOf()), busy, busy, json(batchOf()), ended);
    const pauses: number[] = [];
    const config = configFor(server.url, {
      retry: { limit: 0, maxRetryAfter: 0, budget: 0, onTimeout: false },
      runtime: { now: Date.now, random: () => 1, sleep: async (ms) => void pauses.push(ms) },
    });
    const seen = jest.fn();
    const batch = await batchesCalls(config).wait('msgbatch_01', { onProgress: seen });
    expect(batch.processing_status).toBe('ended');
    expect(seen).toHaveBeenCalledTimes(4);
    expect(pauses).toEqual([2000, 3000, 4500, 6750, 10125, 15187.5]);
  });

  test('polls every minute at most, and allows any number of failures that are not consecutive', async () => {
    const busy = apiError(529, 'overloaded_error', 'Overloaded');
    const polls = Array.from({ length: 12 }, () => [busy, json(batchOf())]).flat();
    const server = await serve(busy, ...polls, ended);
    const pauses: number[] = [];
    const config = configFor(server.url, {
      retry: { limit: 0, maxRetryAfter: 0, budget: 0, onTimeout: false },
      runtime: { now: Date.now, random: () => 1, sleep: async (ms) => void pauses.push(ms) },
    });
    expect((await batchesCalls(config).wait('msgbatch_01')).processing_status).toBe('ended');
    expect(server.received.length).toBe(26);
    expect(Math.max(...pauses)).toBe(60_000);
  });

  test('rejects with an error that is not retryable, or with the tenth consecutive one', async () => {
    const server = await serve(apiError(404, 'not_found_error', 'No such batch'));
    expect(await failureOf(clientFor(server.url).batches.wait('x'))).toMatchObject({ status: 404 });
    const broken = await serve(apiError(500, 'api_error', 'Broken'));
    const options = { poll: 1, retry: { limit: 0 } };
    expect(await failureOf(clientFor(broken.url).batches.wait('x', options))).toMatchObject({ status: 500 });
    expect(broken.received.length).toBe(10);
  });

  test('is aborted between two polls and during one', async () => {
    const between = await serve(json(batchOf()));
    const controller = new AbortController();
    const waiting = clientFor(between.url).batches.wait('x', {
      signal: controller.signal,
      onProgress: () => controller.abort('enough'),
    });
    expect(await failureOf(waiting)).toMatchObject({ name: 'AbortedError', cause: 'enough' });
    const within = await serve(stall);
    const signal = AbortSignal.timeout(30);
    expect(await failureOf(clientFor(within.url).batches.wait('x', { signal }))).toMatchObject({
      name: 'AbortedError',
    });
  });

  test('resumes after an abort, in another client, with the id alone', async () => {
    const server = await serve(json(batchOf()), json(batchOf()), ended);
    const controller = new AbortController();
    const first = clientFor(server.url).batches.wait('msgbatch_01', {
      poll: 1,
      signal: controller.signal,
      onProgress: () => controller.abort('enough'),
    });
    expect(await failureOf(first)).toMatchObject({ name: 'AbortedError' });
    const resumed = await clientFor(server.url).batches.wait('msgbatch_01', { poll: 1 });
    expect(resumed.processing_status).toBe('ended');
    expect(calls(server.received)).toEqual(Array(3).fill('GET /v1/messages/batches/msgbatch_01'));
  });

  test('rejects with an error that onProgress throws', async () => {
    const server = await serve(json(batchOf()));
    const onProgress = () => {
      throw new TypeError('from onProgress');
    };
    await expect(clientFor(server.url).batches.wait('x', { onProgress })).rejects.toThrow(
      new TypeError('from onProgress'),
    );
  });
});

describe('batches.results', () => {
  test('AT-22.3 yields results in any order, also errored, expired, canceled and of unknown types', async () => {
    const error = { type: 'error', error: { type: 'invalid_request_error', message: 'No.', details: null } };
    const lines = [
      succeeded('b'),
      line('a', { type: 'errored', error }),
      line('d', { type: 'expired' }),
      line('c', { type: 'canceled' }),
      line('e', { type: 'paused', until: 'tomorrow' }),
    ];
    const { results, error: failure } = await readResults(lines.join('\n'), 5);
    expect(failure).toBeUndefined();
    expect(results.map((result) => JSON.stringify(result))).toEqual(lines);
    const [, errored] = results;
    expect(errored?.result).toMatchObject({ error: { error: { type: 'invalid_request_error' } } });
  });

  test('AT-22.2 ignores blank lines and a byte order mark, and takes CR LF', async () => {
    const body = `\ufeff${succeeded('a')}\n\n \r\n${succeeded('b')}\r\n\n\n`;
    expect(await readResults(body, 2)).toMatchObject({ ids: ['a', 'b'], error: undefined });
  });

  test('AT-22.2 yields the complete results, then throws when the last line is cut off', async () => {
    const whole = [succeeded('a'), succeeded('ü'), ''].join('\n');
    for (const end of [1, 20, 200]) {
      const { ids, error } = await readResults(`${whole}${succeeded('c').slice(0, end)}`, 3);
      expect(ids).toEqual(['a', 'ü']);
      expect(error).toMatchObject({ name: 'StreamError', reason: 'cut', retryable: true });
      expect(String(error)).toContain('breaks off in line 3');
    }
  });

  test('AT-22.2 throws when the number of results differs from the count of the batch', async () => {
    for (const count of [3, 1]) {
      const { ids, error } = await readResults(`${succeeded('a')}\n${succeeded('b')}\n`, count);
      expect(ids).toEqual(['a', 'b']);
      expect(error).toMatchObject({ name: 'StreamError', reason: 'cut' });
      expect(String(error)).toContain(`2 results came, and the batch counts ${count}`);
    }
  });

  test('throws at a line that is not a result', async () => {
    const wrong = ['null', '[]', '{"custom_id":1}', line('x', { type: 'succeeded' }), '{broken}'];
    for (const text of wrong) {
      const { ids, error } = await readResults(`${succeeded('a')}\n${text}\n${succeeded('b')}\n`, 3);
      expect(ids).toEqual(['a']);
      expect(error).toMatchObject({ name: 'StreamError', reason: 'malformed' });
    }
    const reported = JSON.stringify({ type: 'error', error: { type: 'api_error', message: 'Sorry' } });
    const { ids, error } = await readResults(`${succeeded('a')}\n${reported}\n`, 2);
    expect([ids, error]).toMatchObject([['a'], { name: 'ApiError', type: 'api_error' }]);
  });

  test('throws when the connection is lost, and closes it when the reader stops', async () => {
    const server = await serve(resetAfter(`${succeeded('a')}\n${succeeded('b')}\n`));
    const client = clientFor(server.url);
    const seen: string[] = [];
    const reading = (async () => {
      for await (const { custom_id } of client.batches.results(untyped(endedAt(server.url))))
        seen.push(custom_id);
    })();
    expect(await failureOf(reading)).toMatchObject({ name: 'ConnectionError', phase: 'body' });
    expect(seen).toEqual(['a', 'b']);

    const endless = await serve((response) => {
      response.writeHead(200).write(`${succeeded('a')}\n`);
    });
    for await (const _ of clientFor(endless.url).batches.results(untyped(endedAt(endless.url)))) break;
    while (endless.open() > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  });

  test('retries until the first result has arrived', async () => {
    const server = await serve(
      apiError(529, 'overloaded_error', 'Busy', { 'retry-after-ms': '1' }),
      raw(succeeded('a')),
    );
    const results = clientFor(server.url).batches.results(untyped(endedAt(server.url, 1)));
    expect(await collect(results)).toMatchObject([{ custom_id: 'a' }]);
    expect(server.received.length).toBe(2);
  });

  test('rejects a batch that has not ended, and one that is archived', async () => {
    const server = await serve(json(batchOf()));
    const client = clientFor(server.url);
    expect(String(await failureOf(collect(client.batches.results('x'))))).toContain(
      'msgbatch_01 is in_progress: wait until it has ended, with client.batches.wait()',
    );
    const gone = batchOf({ processing_status: 'ended', archived_at: '2026-12-30T00:00:00Z' });
    const archive = await serve(json(gone));
    expect(String(await failureOf(collect(clientFor(archive.url).batches.results('x'))))).toContain(
      'the results of msgbatch_01 are gone since 2026-12-30',
    );
  });

  test('rejects a results_url on another host, and sends no key there', async () => {
    const other = await serve(raw(''));
    const server = await serve(json(endedAt(other.url, 1)));
    const error = await failureOf(collect(clientFor(server.url).batches.results('x')));
    expect(error).toMatchObject({ name: 'ValidationError', problems: [{ path: 'results_url' }] });
    expect(String(error)).toContain(new URL(other.url).host);
    expect(other.received).toEqual([]);
    for (const results_url of [
      'https://evil.test/x',
      '//evil.test/x',
      'http://127.0.0.1:1@evil.test',
      'file:///etc',
    ]) {
      const batch = untyped({ ...endedAt('http://127.0.0.1:1'), results_url });
      const refused = failureOf(collect(clientFor('http://127.0.0.1:1').batches.results(batch)));
      expect(await refused).toMatchObject({ name: 'ValidationError' });
    }
  });

  test('fetches results through the base URL of a gateway', async () => {
    const server = await serve(raw(succeeded('a')), raw(succeeded('a')));
    const client = clientFor(`${server.url}/team`);
    for (const origin of ['https://api.anthropic.com', `${server.url}/team`]) {
      await collect(client.batches.results(untyped(endedAt(origin, 1))));
    }
    expect(calls(server.received)).toEqual(
      Array(2).fill('GET /team/v1/messages/batches/msgbatch_01/results'),
    );
  });
});

test('BatchBuilder takes 50,000 requests, is immutable, and builds a frozen batch', () => {
  const request = ask('Hi');
  let batch: BatchBuilder = BatchBuilder.create();
  for (let index = 0; index < 50_000; index++) batch = batch.add(`${index}`, request);
  const built = batch.build();
  expect(built.requests.length).toBe(50_000);
  expect(built.requests.at(-1)?.params).toBe(request);
  expect(
    Object.isFrozen(built) && Object.isFrozen(built.requests) && Object.isFrozen(built.requests[0]),
  ).toBe(true);
  const one = BatchBuilder.create().add('a', request);
  expect(
    [one.add('b', request).build(), one.add('c', request).build(), one.build()].map(
      ({ requests }) => requests.length,
    ),
  ).toEqual([2, 2, 1]);
});

test('BatchBuilder copies a body, so a later change does not affect the batch', () => {
  const body = { model: 'claude-haiku-5-5', max_tokens: 9, messages: [{ role: 'user', content: 'Hi' }] };
  const batch: BatchBuilder = BatchBuilder.create().add('a', untyped(body));
  body.max_tokens = 999_999;
  expect(batch.build().requests[0]?.params.max_tokens).toBe(9);
});

test('BatchBuilder reports at run time a repeated custom_id, and an empty message', () => {
  const plain = { model: 'claude-haiku-5-5', max_tokens: 9, messages: [{ role: 'user', content: '' }] };
  const batch = BatchBuilder.create().add('a', ask('1')).add(untyped('a'), untyped(plain));
  expect(batch.problems()).toMatchObject([
    {
      path: 'requests.1.custom_id',
      message: 'the custom_id "a" is taken: results are found by it, so each request needs its own',
    },
    { path: 'requests.1.params.messages.0.content' },
  ]);
  expect(() => batch.build()).toThrow('2 problems');
});
