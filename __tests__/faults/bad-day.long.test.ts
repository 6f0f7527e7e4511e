import { getEventListeners } from 'node:events';
import { expect, test } from '@jest/globals';
import { Client } from '../../lib/client/client.js';
import { isClustError } from '../../lib/errors/guards.js';
import { MessagesRequest } from '../../lib/request/messages-request.js';
import { json, type Loopback, raw, reset, resetAfter, serve, stall } from '../support/loopback.js';
import { pick, seededRandom } from '../support/random.js';
import { answer, sse, textBlock } from '../support/streams.js';
import { configFor } from '../support/transport.js';

/** Together with their retries, these make more than 10,000 requests. */
const CALLS = 7_500;
const AT_ONCE = 64;
const LIMIT = 2;
/** For calls that the server never answers. The others keep the default of ten minutes. */
const STALL_TIMEOUT = 15_000;

const message = { id: 'msg_1', type: 'message', role: 'assistant', model: 'm', content: [], usage: {} };
const events = sse(...answer(textBlock(0, 'Hi ', 'there.')));
const eventStream = { 'content-type': 'text/event-stream' };
const request = MessagesRequest.of({
  model: 'claude-haiku-4-5',
  max_tokens: 9,
  messages: [{ role: 'user', content: 'Hi' }],
});

/** What the server does with a request, with relative weights. */
const reactions = { fine: 60, limited: 12, overloaded: 12, reset: 8, cut: 6, stalled: 0.2 };
type Reaction = keyof typeof reactions;

/** The reaction to each attempt of each call. The server follows this plan, and the test expects its results. */
function planReactions(): Reaction[][] {
  const random = seededRandom(20261122);
  const weighted = Object.entries(reactions).flatMap(([reaction, weight]) =>
    new Array<Reaction>(weight * 5).fill(reaction as Reaction),
  );
  return Array.from({ length: CALLS }, () =>
    Array.from({ length: LIMIT + 1 }, () => weighted[pick(random, weighted.length)] ?? 'fine'),
  );
}

const isStreamed = (call: number) => call % 2 === 1;

/** How a call must end: its result and the number of attempts. */
function expected(call: number, attempts: readonly Reaction[]): string {
  for (const [index, reaction] of attempts.entries()) {
    const after = `after ${index + 1}`;
    if (reaction === 'fine') return `a message ${after}`;
    if (reaction === 'stalled') return `TimeoutError ${after}`;
    // A stream is not retried after it has delivered events.
    if (reaction === 'cut' && isStreamed(call)) return `ConnectionError ${after}`;
  }
  const names = {
    limited: 'ApiError',
    overloaded: 'ApiError',
    reset: 'ConnectionError',
    cut: 'ConnectionError',
  };
  return `${names[attempts.at(-1) as keyof typeof names]} after ${LIMIT + 1}`;
}

/** A server that reacts to each attempt as planned, and counts the attempts. */
async function startServer(
  plan: Reaction[][],
): Promise<{ readonly server: Loopback; readonly arrivals: number[] }> {
  const arrivals = new Array<number>(CALLS).fill(0);
  const error = (type: string) => ({ type: 'error', error: { type, message: 'Not today' } });
  const server = await serve((response, received) => {
    const call = Number(received.headers['x-call']);
    const attempt = arrivals[call] ?? 0;
    arrivals[call] = attempt + 1;
    const streamed = isStreamed(call);
    const answers = {
      fine: streamed ? raw(events, 200, eventStream) : json(message),
      limited: json(error('rate_limit_error'), 429, { 'retry-after': '1' }),
      overloaded: streamed
        ? raw(sse(error('overloaded_error')), 200, eventStream)
        : json(error('overloaded_error'), 529),
      reset,
      cut: streamed ? resetAfter(events.slice(0, -200), eventStream) : resetAfter('{"id":'),
      stalled: stall,
    };
    return answers[plan[call]?.[attempt] ?? 'stalled'](response, received);
  });
  return { server, arrivals };
}

test('10,000 requests to a failing server: each call ends with its message or a typed error after the expected attempts', async () => {
  const plan = planReactions();
  const { server, arrivals } = await startServer(plan);
  const { signal } = new AbortController();
  const client = new Client({ ...configFor(server.url), version: '2026-10-21' });
  const ends: string[] = [];

  const make = async (call: number): Promise<string> => {
    const options = {
      signal,
      headers: { 'x-call': String(call) },
      retry: { limit: LIMIT },
      timeout: plan[call]?.includes('stalled') ? { headers: STALL_TIMEOUT } : {},
    };
    try {
      if (isStreamed(call)) await client.createMessageStream(request, options).finalMessage();
      else await client.createMessage(request, options);
      return `a message after ${arrivals[call]}`;
    } catch (error) {
      if (!isClustError(error)) return `a raw ${error}`;
      return `${error.name} after ${Reflect.get(error, 'attempts')}`;
    }
  };
  let next = 0;
  const worker = async () => {
    for (let call = next++; call < CALLS; call = next++) ends[call] = await make(call);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));

  expect(ends).toEqual(plan.map((attempts, call) => expected(call, attempts)));
  expect(server.received.length).toBeGreaterThan(10_000);
  expect(Math.max(...arrivals)).toBe(LIMIT + 1);
  expect(arrivals).toEqual(ends.map((end) => Number(end.split(' ').at(-1))));
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
}, 120_000);
