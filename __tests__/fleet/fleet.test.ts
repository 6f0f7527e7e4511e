import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { ApiKey, ClientBuilder, MessagesRequestBuilder } from 'clust';
import { type Fleet, type FleetOptions, type FleetResult, fleet } from 'clust/fleet';
import { answer, type FakeRequest, failure, fakeFetch, type Reply } from 'clust/testing';
import { describeWhere } from '../support/fixtures.js';
import { LimitedApi } from '../support/limited-api.js';
import { hasRedis, type RedisServer, startRedis } from '../support/redis.js';

const params = (text: string) =>
  MessagesRequestBuilder.create('claude-haiku-5-5').maxTokens(64).user(text).build();
const jobs = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    custom_id: `${index}`,
    params: params(`question ${index}`),
  }));

function asked(body: unknown): string {
  return (body as { messages: readonly [{ content: string }] }).messages[0].content;
}

function clientOf(handler: (request: FakeRequest) => Reply | Promise<Reply>) {
  return ClientBuilder.create().apiKey(ApiKey.of('test')).fetch(fakeFetch(handler)).build();
}

const echo = clientOf(({ body }) => answer(`answer to ${asked(body)}`));

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

const textOf = ({ result }: FleetResult) =>
  result.type === 'succeeded'
    ? result.message.content.map((block) => Reflect.get(block, 'text')).join('')
    : '';

describeWhere(hasRedis)('a fleet', () => {
  let redis: RedisServer;
  let count = 0;
  const open: Fleet[] = [];
  const make = (options: Partial<FleetOptions> = {}) => {
    const made = fleet({ redis: redis.url, name: `test-${count}`, takeOverAfter: 1_000, ...options });
    open.push(made);
    return made;
  };

  beforeAll(async () => {
    redis = await startRedis();
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((each) => each.close()));
    count += 1;
  });
  afterAll(() => redis.stop());

  test('has one result per job when separate instances add, work and read', async () => {
    const adder = make();
    expect(await adder.add(jobs(60))).toEqual({ given: 60, added: 60 });
    const workers = [make(), make()];
    for (const worker of workers) worker.work(echo, { concurrency: 4 });
    const results = await all(make().results());
    expect(results).toHaveLength(60);
    expect(new Map(results.map((result) => [result.custom_id, textOf(result)]))).toEqual(
      new Map(jobs(60).map(({ custom_id }) => [custom_id, `answer to question ${custom_id}`])),
    );
    expect(await adder.progress()).toMatchObject({
      total: 60,
      succeeded: 60,
      failed: 0,
      waiting: 0,
      inputTokens: 600,
    });
  });

  test('adapts to a limit of the API that no header reports', async () => {
    const api = new LimitedApi();
    const limited = clientOf(async ({ body }) => {
      const isRefused = api.refuses();
      await new Promise((resolve) => setTimeout(resolve, 30));
      return isRefused ? failure(429, 'rate_limit_error', { retryAfter: 0.2 }) : answer(asked(body));
    });
    const adder = make();
    await adder.add(jobs(300));
    for (const worker of [make(), make()]) worker.work(limited, { concurrency: 20 });
    const results = await all(make().results());
    expect(results.filter(({ result }) => result.type === 'succeeded')).toHaveLength(300);
    // Forty requests are in flight when the first one is rejected.
    expect(api.refused).toBeLessThan(160);
  }, 60_000);

  test('adds a job only once', async () => {
    const own = make();
    await own.add(jobs(5));
    expect(await own.add(jobs(7))).toEqual({ given: 7, added: 2 });
    own.work(echo);
    expect(await all(own.results())).toHaveLength(7);
    expect((await own.progress()).succeeded).toBe(7);
  });

  test('marks a job as failed, with its error, if its request breaks a rule or is rejected', async () => {
    const own = make();
    const broken = {
      model: 'claude-haiku-5-5',
      max_tokens: 5_000_000,
      messages: [{ role: 'user' as const, content: 'Hi' }],
    };
    await own.add([
      { custom_id: 'broken', params: broken },
      { custom_id: 'refused', params: params('refuse me') },
      { custom_id: 'good', params: params('good') },
    ]);
    own.work(
      clientOf(({ body }) =>
        asked(body) === 'refuse me'
          ? failure(400, 'invalid_request_error', { message: 'I refuse.' })
          : answer('ok'),
      ),
    );
    const results = await all(own.results());
    expect(results.map(({ custom_id, result }) => [custom_id, result.type])).toEqual(
      expect.arrayContaining([
        ['broken', 'errored'],
        ['refused', 'errored'],
        ['good', 'succeeded'],
      ]),
    );
    expect(await all(own.failed())).toEqual([
      {
        custom_id: 'broken',
        error: expect.objectContaining({
          name: 'ValidationError',
          problems: [expect.objectContaining({ path: 'max_tokens' })],
        }),
      },
      { custom_id: 'refused', error: expect.objectContaining({ name: 'ApiError', status: 400 }) },
    ]);
  });

  test('sends the betas of a request', async () => {
    const own = make();
    const headers: (string | undefined)[] = [];
    await own.add([
      {
        custom_id: 'beta',
        params: MessagesRequestBuilder.create('claude-haiku-5-5')
          .maxTokens(64)
          .betas('a-beta')
          .user('Hi')
          .build(),
      },
    ]);
    own.work(
      clientOf(({ headers: sent }) => {
        headers.push(sent['anthropic-beta']);
        return answer('ok');
      }),
    );
    await all(own.results());
    expect(headers).toEqual(['a-beta']);
  });

  test('runs jobs of higher priority first', async () => {
    const own = make();
    const order: string[] = [];
    await own.add([
      ...jobs(5),
      { custom_id: 'urgent', params: params('urgent'), priority: 100 },
      { custom_id: 'soon', params: params('soon'), priority: 10 },
    ]);
    own.work(
      clientOf(({ body }) => {
        order.push(asked(body));
        return answer('ok');
      }),
      { concurrency: 1 },
    );
    await all(own.results());
    expect(order.slice(0, 2)).toEqual(['urgent', 'soon']);
  });

  test('pauses every worker for the retry-after of a 429, and no job fails', async () => {
    const own = make();
    const arrivals: number[] = [];
    await own.add(jobs(40));
    const client = clientOf(({ body }) => {
      arrivals.push(performance.now());
      return arrivals.length === 10
        ? failure(429, 'rate_limit_error', { retryAfter: 0.4 })
        : answer(asked(body));
    });
    own.work(client, { concurrency: 2 });
    make().work(client, { concurrency: 2 });
    const results = await all(own.results());
    expect(results.every(({ result }) => result.type === 'succeeded')).toBe(true);
    expect(arrivals).toHaveLength(41);
    const pause = arrivals.findIndex((time, at) => at >= 10 && time - (arrivals[at - 1] ?? time) > 300);
    expect(pause).toBeGreaterThanOrEqual(10);
    expect(pause).toBeLessThanOrEqual(10 + 4);
  });

  test('makes every worker wait for the reset when the headers report no remaining requests', async () => {
    const own = make();
    const arrivals: number[] = [];
    const reset = Date.now() + 1_500;
    await own.add(jobs(8));
    const client = clientOf(({ body }) => {
      arrivals.push(Date.now());
      const isReset = Date.now() >= reset;
      const headers = {
        'content-type': 'application/json',
        'anthropic-ratelimit-requests-limit': '50',
        'anthropic-ratelimit-requests-remaining': String(isReset ? 50 : Math.max(0, 3 - arrivals.length)),
        'anthropic-ratelimit-requests-reset': new Date(isReset ? reset + 60_000 : reset).toISOString(),
      };
      return new Response(JSON.stringify(answer(asked(body))), { headers });
    });
    own.work(client, { concurrency: 1 });
    make().work(client, { concurrency: 1 });
    await all(own.results());
    expect(arrivals).toHaveLength(8);
    // Three requests remained, and no worker sent a fourth one before the reset.
    expect(arrivals.filter((time) => time < reset - 5)).toHaveLength(3);
  });

  test('keeps the limit per minute across all workers', async () => {
    const own = make({ perMinute: { requests: 100 } });
    const other = make({ perMinute: { requests: 100 } });
    let sent = 0;
    const client = clientOf(() => {
      sent += 1;
      return answer('ok');
    });
    await own.add(jobs(60));
    const began = performance.now();
    own.work(client, { concurrency: 20 });
    other.work(client, { concurrency: 20 });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const elapsed = performance.now() - began;
    // Ten may be sent at once, and ninety more are spread over the minute.
    expect(sent).toBeGreaterThanOrEqual(10);
    expect(sent).toBeLessThanOrEqual(10 + Math.ceil((elapsed / 60_000) * 90));
  });

  test('stops before a call that would exceed the budget, and returns its jobs to the queue', async () => {
    const own = make({ budget: { usd: 0.01 } });
    let sent = 0;
    const client = clientOf(() => {
      sent += 1;
      return answer('ok', { model: 'claude-opus-5-5', usage: { input_tokens: 500, output_tokens: 100 } });
    });
    await own.add(jobs(20));
    const worker = own.work(client, { concurrency: 1 });
    await until(async () => (await own.progress()).isOverBudget);
    await worker.close();
    // Each call costs 0.004 dollars.
    expect(sent).toBe(3);
    expect(await own.progress()).toMatchObject({
      succeeded: 3,
      failed: 0,
      active: 0,
      waiting: 17,
      isOverBudget: true,
    });
  });

  test('loses no result when Redis is killed during a run', async () => {
    const own = make();
    await own.add(jobs(100));
    let sent = 0;
    const client = clientOf(async ({ body }) => {
      sent += 1;
      await new Promise((resolve) => setTimeout(resolve, 10));
      return answer(asked(body));
    });
    own.work(client, { concurrency: 4 });
    const reading = all(make().results());
    await until(async () => sent > 30);
    await redis.restart();
    const results = await reading;
    expect(new Set(results.map(({ custom_id }) => custom_id)).size).toBe(100);
    expect(results).toHaveLength(100);
    expect(results.map(textOf)).toEqual(results.map(({ custom_id }) => `question ${custom_id}`));
  }, 60_000);

  test.each([
    [{ name: 'a:b' }, 'name'],
    [{ retries: -1 }, 'retries'],
    [{ perMinute: { requests: 0 } }, 'perMinute.requests'],
  ])('rejects the options %j', (options, path) => {
    expect(() => make(options)).toThrow(
      expect.objectContaining({ problems: [expect.objectContaining({ path })] }),
    );
  });

  test('rejects an invalid custom_id', async () => {
    await expect(make().add([{ custom_id: 'a b', params: params('x') }])).rejects.toMatchObject({
      problems: [{ path: 'custom_id' }],
    });
  });
});

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
}
