import { describe, expect, jest, test } from '@jest/globals';
import { ApiError } from '../../lib/errors/api-error.js';
import { isApiError } from '../../lib/errors/guards.js';
import { backoff, DEFAULT_RETRY, type RetryOptions, retryAfterOf } from '../../lib/transport/retry.js';
import type { TransportConfig } from '../../lib/transport/transport-config.js';
import { apiError, deadUrl, json, reset, resetAfter, serve, stall } from '../support/loopback.js';
import { configFor, failureOf, send, sendAndRead } from '../support/transport.js';

/** A runtime that records the waits instead of waiting. */
function recordingSleep() {
  const waits: number[] = [];
  const runtime: TransportConfig['runtime'] = {
    now: () => Date.parse('2026-11-22T12:00:00Z'),
    random: () => 0.5,
    sleep: async (milliseconds) => {
      waits.push(milliseconds);
    },
  };
  return { waits, runtime };
}

const retry = (changes: Partial<RetryOptions>) => ({ retry: { ...DEFAULT_RETRY, ...changes } });

describe('AT-4.1 the wait after a 429 with retry-after', () => {
  test.each([
    ['in seconds', { 'retry-after': '2' }, 2000],
    ['in fractions of a second', { 'retry-after': '0.25' }, 250],
    ['in milliseconds, which win over seconds', { 'retry-after-ms': '1500.5', 'retry-after': '30' }, 1500.5],
    ['as a future date', { 'retry-after': 'Sun, 22 Nov 2026 12:00:07 GMT' }, 7000],
    ['0: the backoff applies', { 'retry-after': '0' }, 250],
    ['as a past date: the backoff applies', { 'retry-after': 'Sun, 22 Nov 2026 11:00:00 GMT' }, 250],
    ['as a negative number: the backoff applies', { 'retry-after': '-5' }, 250],
    ['NaN: the backoff applies', { 'retry-after': 'NaN' }, 250],
    ['Infinity: the backoff applies', { 'retry-after': 'Infinity' }, 250],
    ['as a word: the backoff applies', { 'retry-after': 'soon' }, 250],
    [
      'in invalid milliseconds and valid seconds: the seconds apply',
      { 'retry-after-ms': 'soon', 'retry-after': '3' },
      3000,
    ],
    ['missing: the backoff applies', {}, 250],
  ])('%s', async (_, headers, wait) => {
    const server = await serve(apiError(429, 'rate_limit_error', 'Slow down', headers), json({ ok: true }));
    const { waits, runtime } = recordingSleep();
    await expect(send(configFor(server.url, { runtime }))).resolves.toEqual({ ok: true });
    expect(waits).toEqual([wait]);
  });

  test('above maxRetryAfter fails at once, with the requested wait in the message', async () => {
    const server = await serve(apiError(429, 'rate_limit_error', 'Slow down', { 'retry-after': '3000000' }));
    const { waits, runtime } = recordingSleep();
    const error = await failureOf(send(configFor(server.url, { runtime })));
    expect(error).toMatchObject({ name: 'ApiError', retryAfter: 3e9, attempts: 1, retryable: true });
    expect(String(error)).toContain('asks to wait 3000000 s, longer than retry.maxRetryAfter allows.');
    expect(waits).toEqual([]);
    expect(server.received).toHaveLength(1);
  });

  test('below a raised maxRetryAfter is waited for', async () => {
    const server = await serve(
      apiError(429, 'rate_limit_error', 'Slow down', { 'retry-after': '90' }),
      json({}),
    );
    const { waits, runtime } = recordingSleep();
    await send(configFor(server.url, { runtime, ...retry({ maxRetryAfter: 100_000 }) }));
    expect(waits).toEqual([90_000]);
  });

  test('is not taken from numbers and words that only Date.parse() accepts as dates', () => {
    const read = (value: string) => retryAfterOf(new Headers({ 'retry-after': value }), 0);
    for (const value of ['-5', '1e3', '12 monkeys', '', 'Mon', '99999999999999999999x']) {
      expect(read(value)).toBeUndefined();
    }
    expect(read('Thursday, 01-Jan-70 00:00:09 GMT')).toBe(9000);
  });
});

describe('AT-4.2 an abort during the wait', () => {
  test('rejects at once and sends nothing more', async () => {
    const server = await serve(apiError(503, 'api_error', 'Try later', { 'retry-after': '50' }));
    const controller = new AbortController();
    const { wait } = await import('../../lib/base/abort.js');
    const hooks = { onRetry: () => void setTimeout(() => controller.abort(new Error('enough')), 5) };
    const runtime = { now: Date.now, random: Math.random, sleep: wait };
    const error = await failureOf(
      send(configFor(server.url, { hooks, runtime }), { signal: controller.signal }),
    );
    expect(error).toMatchObject({ name: 'AbortedError', attempts: 1, cause: new Error('enough') });
    expect(server.received).toHaveLength(1);
  });
});

describe('AT-4.3 retries', () => {
  test.each([408, 409, 429, 500, 502, 503, 504, 529])(
    'repeat a call that fails with status %i',
    async (status) => {
      const server = await serve(apiError(status, 'api_error', 'For now'), json({ ok: true }));
      await expect(send(configFor(server.url))).resolves.toEqual({ ok: true });
      expect(server.received).toHaveLength(2);
    },
  );

  test.each([400, 401, 402, 403, 404, 413, 422])(
    'do not repeat a call that fails with status %i',
    async (status) => {
      const server = await serve(apiError(status, 'invalid_request_error', 'For good'));
      const error = await failureOf(send(configFor(server.url)));
      expect(error).toMatchObject({ name: 'ApiError', status, retryable: false, attempts: 1 });
      expect(server.received).toHaveLength(1);
    },
  );

  test('do not repeat a 529 with x-should-retry: false', async () => {
    const server = await serve(
      apiError(529, 'overloaded_error', 'Overloaded', { 'x-should-retry': 'false' }),
    );
    expect(await failureOf(send(configFor(server.url)))).toMatchObject({
      status: 529,
      retryable: false,
      attempts: 1,
    });
  });

  test('repeat a 400 with x-should-retry: true', async () => {
    const server = await serve(
      apiError(400, 'invalid_request_error', 'Odd', { 'x-should-retry': 'true' }),
      json({ ok: true }),
    );
    await expect(send(configFor(server.url))).resolves.toEqual({ ok: true });
  });

  test('do not repeat a 429 for a spend limit, which waiting does not lift', async () => {
    const server = await serve(
      json(
        {
          type: 'error',
          error: {
            type: 'rate_limit_error',
            message: 'Limit',
            details: { error_code: 'enforced_spend_limit_reached' },
          },
        },
        429,
      ),
    );
    expect(await failureOf(send(configFor(server.url)))).toMatchObject({
      errorCode: 'enforced_spend_limit_reached',
      retryable: false,
      attempts: 1,
    });
  });

  test('repeat a call whose connection is lost, before the headers or in the body', async () => {
    const server = await serve(reset, resetAfter('{"half":'), json({ ok: true }));
    await expect(send(configFor(server.url))).resolves.toEqual({ ok: true });
    expect(server.received).toHaveLength(3);
  });

  test('repeat a call whose connection is refused', async () => {
    const { waits, runtime } = recordingSleep();
    const error = await failureOf(send(configFor(await deadUrl(), { runtime })));
    expect(error).toMatchObject({ name: 'ConnectionError', phase: 'connect', retryable: true, attempts: 3 });
    expect(waits).toEqual([250, 500]);
  });

  test('repeat a call whose reading fails with a retryable error, such as an error as first event', async () => {
    const server = await serve(json({}));
    let reads = 0;
    const result = await sendAndRead(configFor(server.url), async () => {
      reads += 1;
      if (reads === 1) {
        throw new ApiError({ where: 'POST x', status: 529, type: 'overloaded_error', reason: 'Overloaded' });
      }
      return reads;
    });
    expect(result).toBe(2);
    expect(server.received).toHaveLength(2);
  });
});

describe('AT-4.4 the number of requests', () => {
  test.each([0, 1, 2, 5])('is limit + 1 for limit %i when every attempt fails', async (limit) => {
    const server = await serve(reset, apiError(429, 'rate_limit_error', 'Slow'), resetAfter('{'), reset);
    const error = await failureOf(send(configFor(server.url, retry({ limit }))));
    expect(server.received).toHaveLength(limit + 1);
    expect(error).toMatchObject({ attempts: limit + 1 });
  });

  test('is also limited by the budget', async () => {
    let now = 0;
    const runtime: TransportConfig['runtime'] = {
      now: () => now,
      random: () => 1,
      sleep: async (milliseconds) => {
        now += milliseconds;
      },
    };
    const server = await serve(apiError(500, 'api_error', 'Broken'));
    const error = await failureOf(
      send(configFor(server.url, { runtime, ...retry({ limit: 9, budget: 3_500 }) })),
    );
    // 0.5 s + 1 s + 2 s fit into the budget; another 4 s do not.
    expect(server.received).toHaveLength(4);
    expect(isApiError(error)).toBe(true);
  });
});

test('AT-4.5 every attempt sends the same bytes, serialized once', async () => {
  const server = await serve(reset, apiError(529, 'overloaded_error', 'Overloaded'), json({ ok: true }));
  const toJSON = jest.fn(() => ({ text: 'Grüße, 世界 🎈', n: Math.random() }));
  await send(configFor(server.url), { json: { toJSON } });
  expect(toJSON).toHaveBeenCalledTimes(1);
  expect(server.received).toHaveLength(3);
  expect(new Set(server.received.map(({ body }) => body)).size).toBe(1);
  expect(server.received[0]?.body).toContain('世界 🎈');
  expect(server.received[0]?.headers['content-length']).toBe(
    String(Buffer.byteLength(server.received[0]?.body ?? '')),
  );
});

describe('AT-4.6 a timeout after the request was sent', () => {
  test('is not retried, because a second response would be billed', async () => {
    const server = await serve(stall);
    const error = await failureOf(send(configFor(server.url), { timeout: { headers: 200 } }));
    expect(error).toMatchObject({
      name: 'TimeoutError',
      phase: 'headers',
      ms: 200,
      attempts: 1,
      retryable: true,
    });
    expect(server.received).toHaveLength(1);
  });

  test('is retried with onTimeout: true', async () => {
    const server = await serve(stall, json({ ok: true }));
    const config = configFor(server.url, retry({ onTimeout: true }));
    await expect(send(config, { timeout: { headers: 200 } })).resolves.toEqual({ ok: true });
    expect(server.received).toHaveLength(2);
  });

  test('is never retried if it is the total timeout', async () => {
    const server = await serve(stall);
    const config = configFor(server.url, retry({ onTimeout: true }));
    const error = await failureOf(send(config, { timeout: { total: 200 } }));
    expect(error).toMatchObject({ name: 'TimeoutError', phase: 'total', ms: 200, attempts: 1 });
  });
});

describe('AT-4.7 jitter', () => {
  test('is spread evenly over the whole range, so that clients do not retry at the same time', () => {
    const delays = Array.from({ length: 10_000 }, () => backoff(3, Math.random));
    const buckets = new Array<number>(10).fill(0);
    for (const delay of delays)
      buckets[Math.floor(delay / 200)] = (buckets[Math.floor(delay / 200)] ?? 0) + 1;
    expect(buckets).toHaveLength(10);
    for (const count of buckets) {
      expect(count).toBeGreaterThan(800);
      expect(count).toBeLessThan(1200);
    }
  });

  test('doubles its range up to eight seconds', () => {
    expect([1, 2, 3, 4, 5, 6, 60].map((attempt) => backoff(attempt, () => 1))).toEqual([
      500, 1000, 2000, 4000, 8000, 8000, 8000,
    ]);
  });
});

test('onRetry is called before each retry with the error and the wait', async () => {
  const server = await serve(apiError(529, 'overloaded_error', 'Overloaded'), reset, json({ ok: true }));
  const events: string[] = [];
  const { runtime } = recordingSleep();
  const hooks: TransportConfig['hooks'] = {
    onRetry: ({ attempt, delay, error }) => void events.push(`${attempt} ${delay} ${error.name}`),
  };
  await send(configFor(server.url, { runtime, hooks }));
  expect(events).toEqual(['1 250 ApiError', '2 500 ConnectionError']);
});
