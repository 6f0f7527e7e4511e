import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, jest, test } from '@jest/globals';
import {
  ApiKey,
  ClientBuilder,
  type Journal,
  type JournalEntry,
  MessagesRequestBuilder,
  type PoolProgress,
  pool,
} from 'clust';
import { fileJournal } from 'clust/node';
import { answer, failure, fakeFetch } from 'clust/testing';
import { LimitedApi } from '../support/limited-api.js';
import { serve } from '../support/loopback.js';
import { seededRandom } from '../support/random.js';
import { failureOf } from '../support/transport.js';

const ask = (text: string | number) =>
  MessagesRequestBuilder.create('claude-haiku-5-5').maxTokens(64).user(`${text}`).build();

/** The question in a request body. */
function asked(body: unknown): string {
  return (body as { messages: readonly [{ content: string }] }).messages[0].content;
}

function clientOf(fetch: ReturnType<typeof fakeFetch>) {
  return ClientBuilder.create().apiKey(ApiKey.of('test')).fetch(fetch).build();
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Answers each question with itself, after varying delays. */
const echo = clientOf(
  fakeFetch(async ({ body, index }) => {
    await new Promise((resolve) => setTimeout(resolve, (index * 7) % 5));
    return answer(asked(body));
  }),
);

describe('a run', () => {
  test('returns its results in the order of the items when it is awaited', async () => {
    const results = await pool(echo, { concurrency: 4 }).map(numbers(30), ask);
    expect(results.map((result) => result.ok && Number(result.message.text))).toEqual(numbers(30));
    expect(results.map(({ item }) => item)).toEqual(numbers(30));
  });

  test('yields its results as they arrive, or in order with inOrder()', async () => {
    const calls = pool(echo, { concurrency: 4 });
    const asTheyCome: number[] = [];
    for await (const { index } of calls.map(numbers(30), ask)) asTheyCome.push(index);
    expect([...asTheyCome].sort((a, b) => a - b)).toEqual(numbers(30));
    expect(asTheyCome).not.toEqual(numbers(30));
    const ordered: number[] = [];
    for await (const { index } of calls.map(numbers(30), ask).inOrder()) ordered.push(index);
    expect(ordered).toEqual(numbers(30));
  });

  test.each([
    ['list', []],
    ['iterable', (async function* () {})()],
  ])('over an empty %s has no results', async (_what, items: Iterable<number> | AsyncIterable<number>) => {
    expect(await pool(echo).map(items, ask)).toEqual([]);
  });

  test('is a promise that starts when it is first read, and can be read once', async () => {
    let count = 0;
    const client = clientOf(
      fakeFetch(() => {
        count += 1;
        return answer('Hi.');
      }),
    );
    const run = pool(client).map(['a'], ask);
    expect(run).toBeInstanceOf(Promise);
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(count).toBe(0);
    const [first] = await run;
    expect(first).toMatchObject({ ok: true, item: 'a', index: 0 });
    expect(await run).toHaveLength(1);
    expect(() => run[Symbol.asyncIterator]()).toThrow('a run is read once');
    expect(count).toBe(1);
  });

  test('reads only the items that it needs, and stops when its reader stops', async () => {
    let read = 0;
    let isReturned = false;
    function* endless() {
      try {
        for (;;) yield read++;
      } finally {
        isReturned = true;
      }
    }
    for await (const { index } of pool(echo, { concurrency: 3 }).map(endless(), ask)) {
      if (index > 20) break;
    }
    expect(read).toBeLessThan(40);
    expect(isReturned).toBe(true);
  });

  test('continues after an item that fails', async () => {
    const client = clientOf(
      fakeFetch(({ body }) =>
        asked(body) === '2' ? failure(400, 'invalid_request_error', { message: 'no twos' }) : answer('ok'),
      ),
    );
    const results = await pool(client).map([1, 2, 3, 4], (item) => {
      if (item === 3) throw new Error('no threes');
      return ask(item);
    });
    expect(results.map(({ ok }) => ok)).toEqual([true, false, false, true]);
    expect(results[1]).toMatchObject({ error: { name: 'ApiError', status: 400 } });
    expect(results[2]).toMatchObject({ error: { message: 'no threes' } });
  });

  test('rejects with an AbortedError after an abort, and sends nothing more', async () => {
    const abort = new AbortController();
    let count = 0;
    const client = clientOf(
      fakeFetch(async () => {
        count += 1;
        if (count === 5) abort.abort(new Error('enough'));
        return answer('ok');
      }),
    );
    const run = pool(client, { concurrency: 2, signal: abort.signal }).map(numbers(1000), ask);
    expect(await failureOf(run)).toMatchObject({ name: 'AbortedError', cause: { message: 'enough' } });
    const afterwards = count;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(count).toBe(afterwards);
    expect(count).toBeLessThan(10);
  });
});

describe('a pool', () => {
  test('never exceeds its concurrency, which two runs share fairly', async () => {
    let now = 0;
    let most = 0;
    const order: string[] = [];
    const client = clientOf(
      fakeFetch(async ({ body }) => {
        order.push(asked(body).slice(0, 1));
        now += 1;
        most = Math.max(most, now);
        await new Promise((resolve) => setTimeout(resolve, 1));
        now -= 1;
        return answer('ok');
      }),
    );
    const calls = pool(client, { concurrency: 3 });
    const runs = ['a', 'b'].map((name) => calls.map(numbers(20), (n) => ask(`${name}${n}`)));
    await Promise.all(runs);
    expect(most).toBe(3);
    // Neither run waits for the other: the first half of the requests comes from both.
    const ofA = order.slice(0, 20).filter((name) => name === 'a').length;
    expect(ofA).toBeGreaterThan(5);
    expect(ofA).toBeLessThan(15);
  });

  test('halves its concurrency after a burst of 429s, and raises it again after answers', async () => {
    let arrivals = 0;
    let inFlight = 0;
    /** The number of requests in flight when each of them arrived. */
    const peaks: number[] = [];
    const client = clientOf(
      fakeFetch(async () => {
        arrivals += 1;
        inFlight += 1;
        peaks.push(inFlight);
        const isRefused = arrivals <= 8;
        await sleep(40);
        inFlight -= 1;
        return isRefused ? failure(429, 'rate_limit_error', { retryAfter: 0.1 }) : answer('ok');
      }),
    );
    const results = await pool(client, { concurrency: 8 }).map(numbers(80), ask);
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(Math.max(...peaks.slice(0, 8))).toBe(8);
    // All eight were rejected together, which halves the concurrency only once.
    expect(Math.max(...peaks.slice(8, 12))).toBe(4);
    expect(Math.max(...peaks.slice(12))).toBe(8);
  });

  test('pauses for the retry-after of a 429, and loses no answer', async () => {
    const arrivals: number[] = [];
    const server = await serve((response, { body }) => {
      arrivals.push(performance.now());
      const isRefused = arrivals.length === 10;
      const headers = { 'content-type': 'application/json', 'retry-after-ms': '150' };
      response.writeHead(isRefused ? 429 : 200, headers);
      const error = { type: 'error', error: { type: 'rate_limit_error', message: 'slow down' } };
      response.end(JSON.stringify(isRefused ? error : answer(asked(JSON.parse(body)))));
    });
    const client = ClientBuilder.create().apiKey(ApiKey.of('test')).baseUrl(server.url).build();
    const results = await pool(client, { concurrency: 4 }).map(numbers(40), ask);
    expect(results.map((result) => result.ok && Number(result.message.text))).toEqual(numbers(40));
    expect(arrivals).toHaveLength(41);
    // After the 429, only requests that are already in flight arrive. Then comes the pause.
    const pause = arrivals.findIndex((time, at) => at >= 10 && time - (arrivals[at - 1] ?? time) > 100);
    expect(pause).toBeGreaterThanOrEqual(10);
    expect(pause).toBeLessThanOrEqual(10 + 4);
  });

  test('sends no unnecessary requests when a fifth of 1,000 requests are rejected', async () => {
    const random = seededRandom(7);
    let refused = 0;
    const server = await serve((response, { body }) => {
      const isRefused = random() < 0.2;
      if (isRefused) refused += 1;
      const status = refused % 2 === 0 ? 429 : 529;
      response.writeHead(isRefused ? status : 200, {
        'content-type': 'application/json',
        'retry-after-ms': '1',
      });
      const error = { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded.' } };
      response.end(JSON.stringify(isRefused ? error : answer(asked(JSON.parse(body)))));
    });
    const client = ClientBuilder.create().apiKey(ApiKey.of('test')).baseUrl(server.url).build();
    const results = await pool(client, { concurrency: 8 }).map(numbers(1_000), ask);
    expect(results.map((result) => result.ok && Number(result.message.text))).toEqual(numbers(1_000));
    // One request per answer and one per rejection: at 20 %, the minimum is 1,250.
    expect(server.received).toHaveLength(1_000 + refused);
    expect(server.received.length).toBeLessThanOrEqual(1_250 * 1.1);
  }, 30_000);

  test('waits for the reset when the headers report no remaining requests', async () => {
    const arrivals: number[] = [];
    const reset = Date.now() + 300;
    const client = clientOf(
      fakeFetch(({ body }) => {
        arrivals.push(Date.now());
        const headers = {
          'content-type': 'application/json',
          'anthropic-ratelimit-requests-limit': '50',
          'anthropic-ratelimit-requests-remaining': arrivals.length === 1 ? '0' : '49',
          'anthropic-ratelimit-requests-reset': new Date(reset).toISOString(),
        };
        return new Response(JSON.stringify(answer(asked(body))), { headers });
      }),
    );
    await pool(client, { concurrency: 1 }).map(numbers(3), ask);
    expect(arrivals[1]).toBeGreaterThanOrEqual(reset - 5);
    expect(arrivals).toHaveLength(3);
  });

  test('holds back requests above the limit per minute', async () => {
    const abort = new AbortController();
    let count = 0;
    const client = clientOf(
      fakeFetch(() => {
        count += 1;
        return answer('ok');
      }),
    );
    const limits = { perMinute: { requests: 50 }, concurrency: 20, signal: abort.signal };
    const run = pool(client, limits).map(numbers(200), ask);
    setTimeout(() => abort.abort(), 100);
    await failureOf(run);
    // A tenth of the limit may be sent at once. The next request waits for more than a second.
    expect(count).toBe(5);
  });

  test('keeps the limit in any minute at the server, even if the first requests arrive late', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
    try {
      const arrivals: number[] = [];
      const abort = new AbortController();
      const arriveFrom = Date.now() + 900;
      const client = clientOf(
        fakeFetch(async () => {
          await new Promise((resolve) => setTimeout(resolve, Math.max(1, arriveFrom - Date.now())));
          arrivals.push(Date.now());
          return answer('ok');
        }),
      );
      const options = { perMinute: { requests: 300 }, concurrency: 40, signal: abort.signal };
      const run = failureOf(pool(client, options).map(numbers(1_000), ask));
      await jest.advanceTimersByTimeAsync(90_000);
      abort.abort();
      await run;
      const inMinuteFrom = (begin: number) =>
        arrivals.filter((time) => time >= begin && time < begin + 60_000).length;
      expect(Math.max(...arrivals.map(inMinuteFrom))).toBeLessThanOrEqual(300);
      expect(arrivals.length).toBeGreaterThan(400);
    } finally {
      jest.useRealTimers();
    }
  });

  test.each([
    ['that the headers report', true],
    ['that no header reports', false],
  ])(
    'adapts to a limit of the API %s',
    async (_what, hasHeaders) => {
      const api = new LimitedApi();
      const server = await serve(async (response, { body }) => {
        const isRefused = api.refuses();
        const headers = {
          'content-type': 'application/json',
          'retry-after-ms': '50',
          ...(hasHeaders && {
            'anthropic-ratelimit-requests-limit': '10',
            'anthropic-ratelimit-requests-remaining': `${api.remaining}`,
            'anthropic-ratelimit-requests-reset': api.reset.toISOString(),
          }),
        };
        await new Promise((resolve) => setTimeout(resolve, 30));
        const error = { type: 'error', error: { type: 'rate_limit_error', message: 'slow down' } };
        response.writeHead(isRefused ? 429 : 200, headers);
        response.end(JSON.stringify(isRefused ? error : answer(asked(JSON.parse(body)))));
      });
      const client = ClientBuilder.create().apiKey(ApiKey.of('test')).baseUrl(server.url).build();
      const results = await pool(client, { concurrency: 40 }).map(numbers(400), ask);
      expect(results.map((result) => result.ok && Number(result.message.text))).toEqual(numbers(400));
      expect(server.received).toHaveLength(400 + api.refused);
      // Forty requests are in flight when the first one is rejected.
      expect(api.refused).toBeLessThan(160);
    },
    30_000,
  );

  test('reports its progress', async () => {
    const seen: PoolProgress[] = [];
    await pool(echo, { onProgress: (progress) => seen.push(progress) }).map(numbers(10), ask);
    expect(seen.at(-1)).toMatchObject({ succeeded: 10, failed: 0, running: 0, requests: 10 });
    expect(seen.at(-1)?.inputTokens).toBe(100);
  });

  test.each([
    [{ concurrency: 0 }, 'concurrency'],
    [{ perMinute: { requests: 0 } }, 'perMinute.requests'],
    [{ perMinute: { tokens: 5 } }, 'perMinute.tokens'],
    [{ parallel: 5 }, 'parallel'],
  ])('rejects the options %j', (options, path) => {
    expect(() => pool(echo, options as object)).toThrow(
      expect.objectContaining({ name: 'ValidationError', problems: [expect.objectContaining({ path })] }),
    );
  });
});

describe('a journal', () => {
  test('finds answers by their requests, wherever the items are in the next run', async () => {
    const entries: JournalEntry[] = [];
    const journal: Journal = { read: () => entries, append: (entry) => void entries.push(entry) };
    const sent: string[] = [];
    const client = clientOf(
      fakeFetch(({ body }) => {
        sent.push(asked(body));
        return answer(`${asked(body)} ${sent.length}`);
      }),
    );
    const textsOf = async (items: readonly string[]) => {
      const results = await pool(client, { concurrency: 1, journal }).map(items, ask);
      return results.map((result) => (result.ok ? result.message.text : 'failed')).sort();
    };
    const first = await textsOf(['a', 'b', 'b', 'c']);
    sent.length = 0;
    const second = await textsOf(['c', 'new', 'b', 'a', 'b', 'b']);
    expect(sent.toSorted()).toEqual(['b', 'new']);
    expect(second).toEqual(expect.arrayContaining(first));
  });

  test('resumes an interrupted run, and asks again only what has no complete line', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'clust-journal-'));
    try {
      const path = join(folder, 'run', 'journal.jsonl');
      const sent: string[] = [];
      const client = clientOf(
        fakeFetch(({ body }) => {
          sent.push(asked(body));
          return answer(`answer to ${asked(body)}`);
        }),
      );
      for await (const { index } of pool(client, { concurrency: 1, journal: fileJournal(path) }).map(
        numbers(20),
        ask,
      )) {
        if (index === 9) break;
      }
      const text = await readFile(path, 'utf8');
      const whole = text.split('\n').length - 1;
      await writeFile(path, text.slice(0, -10));
      sent.length = 0;

      const results = await pool(client, { journal: fileJournal(path) }).map(numbers(20), ask);
      expect(results.map((result) => result.ok && result.message.text)).toEqual(
        numbers(20).map((n) => `answer to ${n}`),
      );
      expect(sent).toHaveLength(20 - (whole - 1));
      expect((await readFile(path, 'utf8')).trim().split('\n')).toHaveLength(20);

      // A changed request counts as a new one.
      sent.length = 0;
      const changed = (n: number) => ask(n === 3 ? 'three' : n);
      await pool(client, { journal: fileJournal(path) }).map(numbers(20), changed);
      expect(sent).toEqual(['three']);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('finishes the writes in progress, and nothing else, when the loop is left', async () => {
    let begun = 0;
    let written = 0;
    const journal: Journal = {
      read: () => [],
      async append() {
        begun += 1;
        await sleep(20);
        written += 1;
      },
    };
    const client = clientOf(fakeFetch(() => answer('Hi')));
    const forever = new Promise<ReturnType<typeof ask>>(() => {});
    const requests = (n: number) => (n === 3 ? forever : ask(n));
    for await (const _ of pool(client, { concurrency: 4, journal }).map(numbers(20), requests)) break;
    const atTheEnd = { begun, written };
    await sleep(60);
    expect(atTheEnd.written).toBeGreaterThan(0);
    expect({ begun, written }).toEqual({ begun: atTheEnd.written, written: atTheEnd.written });
    expect(atTheEnd.begun).toBe(atTheEnd.written);
  });
});
