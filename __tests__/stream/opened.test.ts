import { describe, expect, test } from '@jest/globals';
import { apiError, json, raw, serve, stall } from '../support/loopback.js';
import { answer, collect, sse, streamFrom, textBlock } from '../support/streams.js';
import { failureOf } from '../support/transport.js';

const hello = raw(sse(...answer(textBlock(0, 'Hello'))), 200, {
  'content-type': 'text/event-stream',
  'request-id': 'req_1',
});

describe('opened()', () => {
  test('resolves when the API has answered, and leaves the events to a later reader', async () => {
    const server = await serve(hello);
    const stream = streamFrom(server.url);
    expect(await stream.opened()).toMatchObject({ status: 200, requestId: 'req_1' });
    expect(stream.snapshot).toBeUndefined();
    expect(await collect(stream.textStream())).toEqual(['Hello']);
    expect(await stream.opened()).toMatchObject({ requestId: 'req_1' });
    expect(server.received).toHaveLength(1);
  });

  test('rejects with the error of the call, which a later reader gets as well', async () => {
    const server = await serve(apiError(401, 'authentication_error', 'invalid x-api-key'));
    const stream = streamFrom(server.url);
    const error = await failureOf(stream.opened());
    expect(error).toMatchObject({ name: 'ApiError', status: 401, apiMessage: 'invalid x-api-key' });
    expect(await failureOf(stream.finalMessage())).toBe(error);
    expect(server.received).toHaveLength(1);
  });

  test('sends one request when it is called twice while the stream is being read', async () => {
    const server = await serve(hello);
    const stream = streamFrom(server.url);
    const text = stream.finalText();
    await Promise.all([stream.opened(), stream.opened()]);
    expect(await text).toBe('Hello');
    expect(server.received).toHaveLength(1);
  });

  test('rejects when the stream is aborted while it waits, or was disposed of before', async () => {
    const server = await serve(stall);
    const stream = streamFrom(server.url);
    const failure = failureOf(stream.opened());
    while (server.received.length === 0) await new Promise(setImmediate);
    stream.abort('enough');
    expect(await failure).toMatchObject({ name: 'AbortedError', cause: 'enough' });
    const left = streamFrom(server.url);
    await left[Symbol.asyncDispose]();
    expect(await failureOf(left.opened())).toMatchObject({ name: 'StreamError', reason: 'consumed' });
    expect(server.received).toHaveLength(1);
  });
});

test('apiMessage is the message of the API alone, and undefined when the body has none', async () => {
  const server = await serve(
    apiError(400, 'invalid_request_error', 'max_tokens: must be at least 1'),
    json({ message: 'no such route' }, 404),
    raw('<html>Bad gateway</html>', 502, { 'content-type': 'text/html' }),
  );
  const messageOf = async () =>
    Reflect.get(Object(await failureOf(streamFrom(server.url).opened())), 'apiMessage');
  expect(await messageOf()).toBe('max_tokens: must be at least 1');
  expect(await messageOf()).toBe('no such route');
  expect(await messageOf()).toBeUndefined();
});
