import { describe, expect, test } from '@jest/globals';
import { MessageResponse } from '../../lib/content/message-response.js';
import { MessageStream } from '../../lib/stream/message-stream.js';
import { raw, serve } from '../support/loopback.js';
import {
  answer,
  bytesOf,
  collect,
  inPieces,
  sse,
  start,
  streamFrom,
  streamOf,
  streamOfEvents,
  textBlock,
  toolBlock,
} from '../support/streams.js';
import { failureOf } from '../support/transport.js';

const events = answer(
  textBlock(0, 'Hel', 'lo', ''),
  toolBlock(1, 'add', '{"x":', '1}'),
  textBlock(2, ' world'),
);
const consumed = { name: 'StreamError', reason: 'consumed' };

/** A stream of `events` that arrive one per chunk. */
const inEvents = () => streamOf(events.map((event) => bytesOf(sse(event))));

describe('a stream', () => {
  test('sends no request before it is read', async () => {
    const server = await serve(raw(sse(...events), 200, { 'content-type': 'text/event-stream' }));
    const stream = streamFrom(server.url);
    expect([stream.http, stream.snapshot]).toEqual([undefined, undefined]);
    stream.textStream();
    stream.toolInputStream();
    stream.toReadableStream();
    stream[Symbol.asyncIterator]();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(server.received).toHaveLength(0);
    await stream.finalMessage();
    expect(server.received).toHaveLength(1);
  });

  test('yields every event unchanged', async () => {
    expect(await collect(inEvents())).toEqual(events);
  });

  test('yields its non-empty text deltas, which concatenate to the final text', async () => {
    expect(await collect(inEvents().textStream())).toEqual(['Hel', 'lo', ' world']);
    expect(await inEvents().finalText()).toBe('Hello world');
  });

  test('yields the text of content_block_start, also with accumulate: false', async () => {
    const begun = [
      start,
      { type: 'content_block_start', index: 0, content_block: { type: 'text', text: 'Hi' } },
    ];
    const stream = streamOfEvents([...begun, { type: 'message_stop' }], { accumulate: false });
    expect(await collect(stream.textStream())).toEqual(['Hi']);
  });

  test('resolves finalMessage() to a MessageResponse, as createMessage() does', async () => {
    const message = await inEvents().finalMessage();
    expect(message).toBeInstanceOf(MessageResponse);
    expect(message).toMatchObject({ text: 'Hello world', toolUses: [{ name: 'add', input: { x: 1 } }] });
    expect(message.http.requestId).toBe('req_test');
    expect(Object.keys(message)).not.toContain('http');
  });

  test('has set http by the time it yields the first event', async () => {
    const stream = inEvents();
    for await (const _ of stream) expect(stream.http?.requestId).toBe('req_test');
  });

  test('has a snapshot of everything read so far, which ends as the final message', async () => {
    const stream = inEvents();
    const seen: unknown[] = [];
    for await (const _ of stream.textStream()) seen.push(stream.snapshot?.text);
    expect(seen).toEqual(['Hel', 'Hello', 'Hello world']);
    expect(JSON.stringify(stream.snapshot)).toBe(JSON.stringify(await stream.finalMessage()));
  });

  test('returns snapshots that later events do not change', async () => {
    const stream = inEvents();
    const snapshots: (MessageResponse | undefined)[] = [];
    const copies: (string | undefined)[] = [];
    for await (const _ of stream) {
      snapshots.push(stream.snapshot);
      copies.push(JSON.stringify(stream.snapshot));
    }
    expect(snapshots.map((snapshot) => JSON.stringify(snapshot))).toEqual(copies);
    // A tool input is {} until it is complete.
    expect(snapshots[7]?.toolUses[0]?.input).toEqual({});
  });

  test('answers several next() calls in order when they are made before the first item arrives', async () => {
    const iterator = inEvents().textStream();
    const [first, second, third, fourth] = await Promise.all(
      Array.from({ length: 4 }, () => iterator.next()),
    );
    expect([first?.value, second?.value, third?.value]).toEqual(['Hel', 'lo', ' world']);
    expect(fourth).toEqual({ done: true, value: undefined });
  });
});

describe('AT-2.4 reading a stream a second time', () => {
  const readers: [string, (stream: MessageStream) => Promise<unknown>][] = [
    ['a for await loop', (stream) => collect(stream)],
    ['textStream()', (stream) => collect(stream.textStream())],
    ['toolInputStream()', (stream) => collect(stream.toolInputStream())],
    ['toReadableStream()', (stream) => collect(stream.toReadableStream())],
  ];
  const messages: [string, (stream: MessageStream) => Promise<unknown>][] = [
    ['finalMessage()', (stream) => stream.finalMessage()],
    ['finalText()', (stream) => stream.finalText()],
  ];

  test.each(
    [...readers, ...messages].flatMap(([first, read]) =>
      readers.map(([second, readAgain]) => [second, first, read, readAgain] as const),
    ),
  )('through %s is rejected after %s has read it to the end', async (_second, _first, read, readAgain) => {
    const stream = inEvents();
    await read(stream);
    expect(await failureOf(readAgain(stream))).toMatchObject({
      ...consumed,
      partial: { text: 'Hello world' },
    });
  });

  test.each(readers)(
    'through finalMessage() or finalText() returns the message after %s has read it to the end',
    async (_what, read) => {
      const stream = inEvents();
      await read(stream);
      expect((await stream.finalMessage()).text).toBe('Hello world');
      expect(await stream.finalText()).toBe('Hello world');
      expect(await stream.finalMessage()).toBe(await stream.finalMessage());
    },
  );

  test.each([...readers, ...messages])(
    'through %s is rejected while the first reader is still reading',
    async (_what, read) => {
      const stream = inEvents();
      for await (const event of stream) {
        const isOver = event.type === 'message_stop';
        if (!isOver) expect(await failureOf(read(stream))).toMatchObject(consumed);
      }
      expect(await stream.finalText()).toBe('Hello world');
    },
  );

  test('does not disturb the first reader', async () => {
    const stream = inEvents();
    const first = collect(stream.textStream());
    expect(await failureOf(collect(stream.textStream()))).toMatchObject(consumed);
    await stream.textStream().return?.();
    expect(await first).toEqual(['Hel', 'lo', ' world']);
  });

  test('through finalMessage() and finalText() is allowed any number of times', async () => {
    const stream = inEvents();
    const [message, text, again] = await Promise.all([
      stream.finalMessage(),
      stream.finalText(),
      stream.finalMessage(),
    ]);
    expect([message.text, text]).toEqual(['Hello world', 'Hello world']);
    expect(again).toBe(message);
  });

  test('is rejected because the stream was closed, if the first loop exited early', async () => {
    const stream = inEvents();
    for await (const _ of stream) break;
    for (const read of [() => collect(stream), () => stream.finalMessage()]) {
      const failure = await failureOf(read());
      expect(failure).toMatchObject({ ...consumed, partial: { id: 'msg_1' } });
      expect(String(failure)).toContain('was closed before its end');
    }
  });

  test('rejects with the same error if the first reader failed', async () => {
    const stream = streamOfEvents(events.slice(0, 3));
    const failure = await failureOf(collect(stream));
    expect(failure).toMatchObject({ reason: 'cut' });
    expect(await failureOf(collect(stream.textStream()))).toBe(failure);
    expect(await failureOf(stream.finalMessage())).toBe(failure);
  });

  test('with the same iterator keeps rejecting after an error, and stays done after the end', async () => {
    const failing = streamOfEvents(events.slice(0, 2)).textStream();
    const failure = await failureOf(failing.next());
    expect(await failureOf(failing.next())).toBe(failure);
    const ending = inEvents().textStream();
    await collect(ending);
    expect(await ending.next()).toEqual({ done: true, value: undefined });
  });
});

describe('accumulate: false', () => {
  test('keeps no snapshot, no partial message and no final message for after the events', async () => {
    const stream = streamOfEvents(events, { accumulate: false });
    for await (const _ of stream) expect(stream.snapshot).toBeUndefined();
    const failure = await failureOf(stream.finalMessage());
    expect(failure).toMatchObject({ ...consumed, partial: undefined });
    expect(String(failure)).toContain('accumulate: false');
  });

  test('has no effect when finalText() is the first reader', async () => {
    expect(await streamOfEvents(events, { accumulate: false }).finalText()).toBe('Hello world');
  });

  test('reports a cut stream without a partial message', async () => {
    const stream = streamOfEvents(events.slice(0, -1), { accumulate: false });
    expect(await failureOf(collect(stream))).toMatchObject({ reason: 'cut', partial: undefined });
  });
});

describe('disposing of a stream', () => {
  test('does not throw before the first read, midway, at the end, or the second time', async () => {
    for (const take of [0, 1, 1000]) {
      const stream = inEvents();
      let taken = 0;
      const iterator = stream[Symbol.asyncIterator]();
      while (taken < take && !(await iterator.next()).done) taken += 1;
      expect(await stream[Symbol.asyncDispose]()).toBeUndefined();
      expect(await stream[Symbol.asyncDispose]()).toBeUndefined();
    }
  });

  test('rejects a pending read', async () => {
    const server = await serve((response) => {
      response.setHeader('content-type', 'text/event-stream').write(sse(...events.slice(0, 3)));
    });
    const stream = streamFrom(server.url);
    const reading = failureOf(collect(stream));
    while (stream.http === undefined) await new Promise(setImmediate);
    await stream[Symbol.asyncDispose]();
    expect(await reading).toMatchObject(consumed);
  });

  test('through return() of an iterator ends its pending next() without an error', async () => {
    const server = await serve((response) => {
      response.setHeader('content-type', 'text/event-stream').write(sse(...events.slice(0, 2)));
    });
    const iterator = streamFrom(server.url).textStream();
    const waiting = iterator.next();
    await iterator.return?.();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
  });
});

describe('a relay', () => {
  const relayed = (stream: MessageStream) => MessageStream.fromReadableStream(stream.toReadableStream());

  test('writes one event per line, as JSON', async () => {
    const bytes = await collect(inEvents().toReadableStream());
    expect(Buffer.concat(bytes).toString()).toBe(
      events.map((event) => `${JSON.stringify(event)}\n`).join(''),
    );
  });

  test('delivers the same events, text and message to the receiver', async () => {
    expect(await collect(relayed(inEvents()))).toEqual(events);
    expect(await collect(relayed(inEvents()).textStream())).toEqual(['Hel', 'lo', ' world']);
    expect(await relayed(inEvents()).finalMessage()).toEqual(await inEvents().finalMessage());
  });

  test.each([1, 3, 1000])(
    'can be read in pieces of %i bytes and without its last line break',
    async (size) => {
      const bytes = Buffer.concat(await collect(inEvents().toReadableStream()));
      const readable = new Response(bytes.subarray(0, -1)).body ?? new ReadableStream();
      const pieces = readable.pipeThrough(
        new TransformStream<Uint8Array, Uint8Array>({
          transform: (chunk, controller) => {
            for (const piece of inPieces(chunk, size)) controller.enqueue(piece);
          },
        }),
      );
      expect(await MessageStream.fromReadableStream(pieces).finalText()).toBe('Hello world');
    },
  );

  test('delivers an API error as an ApiError with the partial message', async () => {
    const overloaded = { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } };
    const failing = () => streamOfEvents([...events.slice(0, 4), overloaded]);
    expect(await failureOf(relayed(failing()).finalMessage())).toMatchObject({
      name: 'ApiError',
      type: 'overloaded_error',
      status: 529,
      requestId: 'req_test',
      partial: { text: 'Hello' },
      message: expect.stringContaining('Overloaded'),
    });
    const source = failing();
    const lines = Buffer.concat(await collect(source.toReadableStream()))
      .toString()
      .trim()
      .split('\n');
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual({ ...overloaded, request_id: 'req_test', status: 529 });
    expect(await failureOf(source.finalMessage())).toMatchObject({ name: 'ApiError' });
  });

  test('of a cut stream rejects with the error of that stream', async () => {
    const failure = await failureOf(collect(streamOfEvents(events.slice(0, 4)).toReadableStream()));
    expect(failure).toMatchObject({ name: 'StreamError', reason: 'cut', partial: { text: 'Hello' } });
  });

  test.each([
    [
      'that ends before message_stop fails as cut',
      '{"type":"ping"}\n',
      { name: 'StreamError', reason: 'cut', retryable: true, events: 1 },
    ],
    ['that ends inside a line fails as cut', '{"type":"ping"}\n{"typ', { reason: 'cut', events: 1 }],
    ['that is empty fails as cut', '', { reason: 'cut', events: 0 }],
    [
      'with a line that is not JSON fails as malformed',
      '{"type":"ping"}\noops\n',
      { reason: 'malformed', events: 2 },
    ],
    ['with a line that is not a JSON object fails as malformed', '[]\n', { reason: 'malformed' }],
  ])('%s', async (_what, text, expected) => {
    const stream = MessageStream.fromReadableStream(new Response(text).body ?? new ReadableStream());
    expect(await failureOf(stream.finalMessage())).toMatchObject(expected);
  });

  test('with an endless line fails as an overflow before 40 MB have arrived', async () => {
    let given = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        given += 1;
        controller.enqueue(new Uint8Array(1024 * 1024).fill(120));
      },
    });
    const failure = await failureOf(MessageStream.fromReadableStream(endless).finalMessage());
    expect(failure).toMatchObject({ reason: 'overflow' });
    expect(given).toBeLessThan(40);
  });

  test('that loses its connection fails with a ConnectionError', async () => {
    const lost = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.error(new TypeError('terminated')),
    });
    expect(await failureOf(MessageStream.fromReadableStream(lost).finalMessage())).toMatchObject({
      name: 'ConnectionError',
      phase: 'body',
      cause: { message: 'terminated' },
    });
  });

  test('that is locked by another reader fails as consumed', async () => {
    const readable = inEvents().toReadableStream();
    readable.getReader();
    expect(await failureOf(MessageStream.fromReadableStream(readable).finalMessage())).toMatchObject(
      consumed,
    );
  });

  test('that the receiver aborts closes the connection to the API', async () => {
    const server = await serve((response) => {
      response.setHeader('content-type', 'text/event-stream').write(sse(...events.slice(0, 4)));
    });
    const source = streamFrom(server.url);
    const relay = relayed(source);
    const reading = failureOf(collect(relay));
    while (relay.snapshot === undefined) await new Promise(setImmediate);
    relay.abort('enough');
    expect(await reading).toMatchObject({
      name: 'AbortedError',
      cause: 'enough',
      partial: { text: 'Hello' },
    });
    while (server.open() > 0) await new Promise(setImmediate);
  });
});
