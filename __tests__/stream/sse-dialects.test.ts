import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { describeWithFixtures, readFixtureJson } from '../support/fixtures.js';
import { raw, serve } from '../support/loopback.js';
import {
  answer,
  bytesOf,
  collect,
  inPieces,
  openStream,
  sse,
  start,
  stop,
  streamFrom,
  streamOf,
  textBlock,
  toolBlock,
} from '../support/streams.js';
import { configFor, failureOf, KEY } from '../support/transport.js';

const events = answer(
  textBlock(0, 'Grüße, ', '世界 👋', '\u2028'),
  toolBlock(1, 'get_weather', '{"city":', '"Zürich"}'),
);
const golden = sse(...events);
const expected = {
  stop_reason: 'end_turn',
  content: [
    { type: 'text', text: 'Grüße, 世界 👋\u2028' },
    { type: 'tool_use', id: 'toolu_1', name: 'get_weather', input: { city: 'Zürich' } },
  ],
};

/** The same stream as different gateways write it. */
const dialects: [string, string][] = [
  ['as the API writes it', golden],
  ['with data only', golden.replaceAll(/event: .*\n/g, '')],
  ['with CRLF', golden.replaceAll('\n', '\r\n')],
  ['with CR', golden.replaceAll('\n', '\r')],
  ['with mixed line endings', golden.replaceAll('\n\n', '\r\r\n').replaceAll('}\n', '}\r')],
  ['after a byte order mark', `\ufeff${golden}`],
  ['with comments', `: hi\n\n${golden.replaceAll('\nevent', '\n: keep-alive\n\nevent')}`],
  ['without a space after data:', golden.replaceAll('data: ', 'data:').replaceAll('event: ', 'event:')],
  ['with data over several lines', golden.replaceAll(',"', ',\ndata: "')],
  ['with a blank line after event:', golden.replaceAll(/(event: .*\n)/g, '$1\n')],
  ['without the last blank line', golden.trimEnd()],
  [
    'with ids, retries and unknown fields',
    golden.replaceAll('event:', 'id: 7\nretry: 10\nretry: soon\nx: y\nz\nevent:'),
  ],
  [
    'with events that have no data',
    golden.replaceAll('event: ', 'event: ping\n\nevent: ping\ndata:\n\nevent: '),
  ],
  ['with extra blank lines', golden.replaceAll('\n\n', '\n\n\n\n')],
  ['with the type in event: only', golden.replaceAll(/^data: \{"type":"\w+",?/gm, 'data: {')],
  [
    'with white space around the JSON',
    golden.replaceAll('data: ', 'data:  \t').replaceAll('}\n\n', '}  \n\n'),
  ],
  ['with more events after message_stop', `${golden}data: [DONE]\n\nevent: error\ndata: {}\n\n`],
];

describe('AT-13.1 an event stream yields the same message', () => {
  test.each(dialects)('%s', async (_dialect, body) => {
    const bytes = bytesOf(body);
    for (const size of [bytes.length, 1, 2, 3, 7]) {
      expect(await streamOf(inPieces(bytes, size)).finalMessage()).toMatchObject(expected);
    }
  });

  const overOpenSocket = async (body: string) => {
    const server = await serve((response) => {
      response.setHeader('content-type', 'text/event-stream').write(body);
    });
    return streamFrom(server.url, {}, { timeout: { idle: 500 } }).finalMessage();
  };

  test.each(dialects.filter(([, body]) => body !== golden.trimEnd()))(
    '%s, over a socket that stays open',
    async (_dialect, body) => {
      expect(await overOpenSocket(body)).toMatchObject(expected);
    },
  );

  test('unless its last blank line is missing and the socket stays open: it times out', async () => {
    const failure = await failureOf(overOpenSocket(golden.trimEnd()));
    expect(failure).toMatchObject({ name: 'TimeoutError', phase: 'idle' });
  });

  test.each(['', 'text/event-stream', 'Text/Event-Stream;charset=utf-8', 'text/plain'])(
    'with content-type "%s"',
    async (contentType) => {
      const headers: Record<string, string> = contentType === '' ? {} : { 'content-type': contentType };
      const server = await serve(raw(golden, 200, headers));
      expect(await streamFrom(server.url).finalMessage()).toMatchObject(expected);
    },
  );

  test('compressed with gzip', async () => {
    const headers = { 'content-type': 'text/event-stream', 'content-encoding': 'gzip' };
    const server = await serve(raw(gzipSync(golden), 200, headers));
    expect(await streamFrom(server.url).finalMessage()).toMatchObject(expected);
  });
});

describe('AT-13.2 a response that is not an event stream', () => {
  const page = `<!doctype html><title>Sign in</title> ${KEY} ${'x'.repeat(5000)}`;

  test('fails with the beginning of its body in the message, without keys', async () => {
    const server = await serve(raw(page, 200, { 'content-type': 'text/html; charset=utf-8' }));
    const failure = await failureOf(streamFrom(server.url).finalMessage());
    expect(failure).toMatchObject({ name: 'StreamError', reason: 'content-type', retryable: false });
    expect(String(failure)).toContain(
      'expected, not (text/html; charset=utf-8) <!doctype html><title>Sign in</title> *** xxx',
    );
    expect(String(failure)).not.toContain(KEY);
    expect(String(failure)).not.toContain('x'.repeat(200));
  });

  test('but a JSON error body fails with that ApiError', async () => {
    const body = {
      type: 'error',
      error: { type: 'rate_limit_error', message: 'Slow down' },
      request_id: 'req_7',
    };
    const server = await serve(raw(JSON.stringify(body), 200, { 'content-type': 'application/json' }));
    expect(await failureOf(streamFrom(server.url).finalMessage())).toMatchObject({
      name: 'ApiError',
      type: 'rate_limit_error',
      status: 429,
      requestId: 'req_7',
    });
  });

  test('but other JSON fails because of its content type, with the body in the message', async () => {
    const server = await serve(raw('{"id":"msg_1"}', 200, { 'content-type': 'application/json' }));
    const failure = await failureOf(streamFrom(server.url).finalMessage());
    expect(failure).toMatchObject({
      reason: 'content-type',
      message: expect.stringContaining('{"id":"msg_1"}'),
    });
  });

  test('and has no body fails as cut', async () => {
    const fetch = async () => new Response(null, { headers: { 'content-type': 'text/event-stream' } });
    const stream = openStream(configFor('http://127.0.0.1', { fetch }));
    expect(await failureOf(stream.finalMessage())).toMatchObject({ reason: 'cut', events: 0, bytes: 0 });
  });

  test('and is not the gzip it claims to be fails with a ConnectionError', async () => {
    const headers = { 'content-type': 'text/event-stream', 'content-encoding': 'gzip' };
    const server = await serve(raw('no gzip at all', 200, headers));
    expect(await failureOf(streamFrom(server.url).finalMessage())).toMatchObject({ name: 'ConnectionError' });
  });
});

describe('AT-13.3 a large event', () => {
  const text = 'x'.repeat(20_000_000);
  const bytes = bytesOf(sse(...answer(textBlock(0, text))));

  test('of 20 MB is read in pieces of 1 kB', async () => {
    expect((await streamOf(inPieces(bytes, 1024)).finalText()).length).toBe(text.length);
  });

  test('above maxEventBytes is rejected before the rest has arrived', async () => {
    let given = 0;
    const counted = function* () {
      for (const piece of inPieces(bytes, 1024)) {
        given += piece.length;
        yield piece;
      }
    };
    expect(await failureOf(streamOf(counted(), { maxEventBytes: 100_000 }).finalMessage())).toMatchObject({
      name: 'StreamError',
      reason: 'overflow',
      retryable: false,
      message: expect.stringContaining('an event is larger than maxEventBytes, 100000'),
    });
    expect(given).toBeLessThan(110_000);
  });
});

describe('an event that is not a JSON object', () => {
  test.each(['{"type":', 'nonsense', '[1]', 'null', '"text"', '[DONE]'])(
    '(%s) fails as malformed, with its data in the message',
    async (data) => {
      const body = `${sse(start, ...textBlock(0, 'Hi'))}data: ${data}\n\n${sse(stop)}`;
      const seen: unknown[] = [];
      const reading = (async () => {
        for await (const { type } of streamOf([bytesOf(body)])) seen.push(type);
      })();
      expect(await failureOf(reading)).toMatchObject({
        name: 'StreamError',
        reason: 'malformed',
        events: 5,
        message: expect.stringContaining(`event 5 is not a JSON object: ${data}`),
        partial: { text: 'Hi' },
      });
      // The events before it were delivered first.
      expect(seen).toHaveLength(4);
    },
  );

  test('is quoted up to 200 characters', async () => {
    const failure = await failureOf(streamOf([bytesOf(`data: ${'y'.repeat(9999)}\n\n`)]).finalMessage());
    expect(String(failure)).toContain('y'.repeat(200));
    expect(String(failure)).not.toContain('y'.repeat(201));
  });
});

describe('reading on demand', () => {
  test('requests a chunk only after the events of the previous one were taken', async () => {
    let given = 0;
    const counted = function* () {
      for (const event of events) {
        given += 1;
        yield bytesOf(sse(event));
      }
    };
    const iterator = streamOf(counted())[Symbol.asyncIterator]();
    expect(given).toBe(0);
    await iterator.next();
    // The stream opens with the event after message_start, so two are read. The body reads one more ahead.
    expect(given).toBeLessThanOrEqual(3);
    await iterator.next();
    await iterator.next();
    expect(given).toBeLessThanOrEqual(4);
  });
});

interface DecoderCase {
  readonly name: string;
  readonly chunks_base64: readonly string[];
  readonly official_events: readonly { readonly event: string | null; readonly data: string }[];
}

describeWithFixtures('the SSE decoder cases of another SDK', () => {
  test('give the same events, without those that have no data, and with the event name as the type', async () => {
    const { sse: cases } = readFixtureJson<{ sse: readonly DecoderCase[] }>('decoder_cases.json');
    for (const { name, chunks_base64, official_events } of cases.filter(
      (one) => one.name !== 'error handling',
    )) {
      const pieces = chunks_base64.map((chunk) => Buffer.from(chunk, 'base64'));
      const expectedEvents = official_events
        .filter(({ data }) => data !== '')
        .map(({ event, data }) => ({ ...JSON.parse(data), type: event ?? 'message' }));
      const found = await collect(streamOf([...pieces, bytesOf(sse(stop))], { accumulate: false }));
      expect([name, found.slice(0, -1)]).toEqual([name, expectedEvents]);
    }
  });
});
