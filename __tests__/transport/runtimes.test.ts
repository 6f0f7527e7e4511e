import { describe, expect, test } from '@jest/globals';
import { onAbort } from '../../lib/base/abort.js';
import type { FetchFunction } from '../../lib/transport/http-client.js';
import { answer, openStream, sse, textBlock } from '../support/streams.js';
import { configFor, failureOf, send } from '../support/transport.js';

/** Differences between runtimes. Each case was observed on that runtime. */

describe('a fetch without body streams, as in React Native', () => {
  /** There, a response has no `body`, only `text()`. */
  const configOf = (text: string, status = 200) => {
    const fetch: FetchFunction = async () => ({
      status,
      ok: status < 300,
      headers: new Headers({ 'content-type': 'application/json' }),
      text: async () => text,
    });
    return configFor('http://127.0.0.1', { fetch });
  };

  test('works for calls without streaming', async () => {
    expect(await send(configOf('{"text":"Zürich"}'))).toEqual({ text: 'Zürich' });
    const body = '{"type":"error","error":{"type":"api_error","message":"Sorry"}}';
    expect(await failureOf(send(configOf(body, 500), { retry: { limit: 0 } }))).toMatchObject({
      apiMessage: 'Sorry',
    });
  });

  test('fails a stream with an error that says so', async () => {
    const failure = await failureOf(openStream(configOf(sse(...answer(textBlock(0, 'Hi'))))).finalMessage());
    expect(failure).toMatchObject({ name: 'ConnectionError', retryable: false, attempts: 1 });
    expect(String(failure)).toContain('cannot be streamed: this fetch gives no body stream');
  });
});

describe('on Deno', () => {
  const failing = (error: Error) => {
    let calls = 0;
    const fetch = async () => {
      calls += 1;
      throw error;
    };
    return { config: configFor('http://127.0.0.1', { fetch }), calls: () => calls };
  };

  test.each([
    ['tcp connect error: Connection refused (os error 111)', 'nothing listens there'],
    ['dns error: failed to lookup address information: Name or service not known', 'cannot be looked up'],
    ['tcp connect error: Network is unreachable (os error 101)', 'no connection could be made'],
  ])('the error explains a failed connection: %s', async (why, sentence) => {
    const message = `error sending request for url (http://127.0.0.1/): client error (Connect): ${why}`;
    const { config, calls } = failing(new TypeError('fetch failed', { cause: new Error(message) }));
    const failure = await failureOf(send(config));
    expect(failure).toMatchObject({ name: 'ConnectionError', phase: 'connect', retryable: true });
    expect(String(failure)).toContain(sentence);
    expect(calls()).toBe(3);
  });

  test('a denied network permission is not retried', async () => {
    const denied = new Error('Requires net access to "127.0.0.1:80", run again with the --allow-net flag');
    denied.name = 'NotCapable';
    const { config, calls } = failing(denied);
    expect(await failureOf(send(config))).toMatchObject({
      name: 'ConnectionError',
      phase: 'connect',
      retryable: false,
    });
    expect(calls()).toBe(1);
  });
});

test('a signal that calls its listeners without `this`, as workerd did before 2025-08-01, still aborts', () => {
  const controller = new AbortController();
  const { signal } = controller;
  const listen = signal.addEventListener.bind(signal);
  signal.addEventListener = (type: string, listener: unknown) =>
    listen(type, (event) => Reflect.apply(Object(listener), undefined, [event]));
  let aborted = 0;
  onAbort(signal, () => {
    aborted += 1;
  });
  controller.abort();
  expect(aborted).toBe(1);
});
