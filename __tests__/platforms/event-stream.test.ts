import { describe, expect, test } from '@jest/globals';
import { EventStreamDecoder } from '../../lib/bedrock/event-stream.js';
import { BedrockClientBuilder } from '../../lib/bedrock/index.js';
import { MessagesRequestBuilder } from '../../lib/request/messages-request-builder.js';
import { failureOf } from '../support/transport.js';
import { codec, EVENTS, exceptionFrame, framed, KEYS } from './support.js';

const request = MessagesRequestBuilder.create('claude-sonnet-5-5').maxTokens(99).user('Hello').build();
const whole = Buffer.concat(framed(EVENTS));

/** A client that receives these pieces. Then the body ends, or the connection breaks. */
function clientOf(pieces: readonly Uint8Array[], broken = false) {
  let at = 0;
  const body = () =>
    new ReadableStream<Uint8Array>({
      pull(controller) {
        const piece = pieces[at];
        at += 1;
        if (piece !== undefined) controller.enqueue(piece);
        else if (broken) controller.error(Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }));
        else controller.close();
      },
    });
  return BedrockClientBuilder.create()
    .region('us-east-1')
    .credentials(KEYS)
    .endpoint('runtime')
    .retry({ limit: 0 })
    .fetch(async () => {
      at = 0;
      return new Response(body(), { headers: { 'content-type': 'application/vnd.amazon.eventstream' } });
    })
    .build();
}

describe('an AWS event stream', () => {
  test('is decoded to the same messages wherever it is split in two, and byte by byte', () => {
    const expected = new EventStreamDecoder().push(whole);
    expect(expected).toHaveLength(EVENTS.length);
    expect(expected[0]?.headers).toEqual({
      ':event-type': 'chunk',
      ':content-type': 'application/json',
      ':message-type': 'event',
    });
    const text = (messages: readonly { readonly payload: Uint8Array }[]) =>
      messages.map(({ payload }) => Buffer.from(payload).toString()).join('\n');
    const wrong = Array.from({ length: whole.length + 1 }, (_, cut) => {
      const decoder = new EventStreamDecoder();
      const messages = [...decoder.push(whole.subarray(0, cut)), ...decoder.push(whole.subarray(cut))];
      return decoder.rest === 0 && text(messages) === text(expected) ? [] : [cut];
    });
    expect(wrong.flat()).toEqual([]);
    const slow = new EventStreamDecoder();
    expect(text([...whole].flatMap((byte) => slow.push(Uint8Array.of(byte))))).toBe(text(expected));
  });

  test('is read as a message stream, whatever the size of its pieces', async () => {
    for (const size of [1, 7, 64, whole.length]) {
      const pieces = Array.from({ length: Math.ceil(whole.length / size) }, (_, index) =>
        whole.subarray(index * size, (index + 1) * size),
      );
      const message = await clientOf(pieces).createMessageStream(request).finalMessage();
      expect(message.text).toBe('Grüße, 世界 🌍');
      expect(message.usage.output_tokens).toBe(9);
    }
  });

  test('that is cut off anywhere rejects, and the error holds the partial message', async () => {
    for (let cut = 0; cut < whole.length; cut += 13) {
      const stream = clientOf([whole.subarray(0, cut)]).createMessageStream(request);
      const error = await failureOf(stream.finalMessage());
      expect(error).toMatchObject({ name: expect.stringMatching(/^(Stream|Connection)Error$/) });
    }
    const error = await failureOf(
      clientOf([whole.subarray(0, -200)], true)
        .createMessageStream(request)
        .finalMessage(),
    );
    expect(error).toMatchObject({ partial: { text: 'Grüße, 世界 🌍' } });
  }, 30_000);

  test('with any byte changed throws', () => {
    const [frame = new Uint8Array()] = framed(EVENTS.slice(2, 3));
    for (let at = 0; at < frame.length; at += 1) {
      const damaged = frame.slice();
      damaged[at] = (damaged[at] ?? 0) ^ 0x10;
      expect(() => new EventStreamDecoder().push(damaged)).toThrow('damaged');
    }
  });

  test('with a message above the size limit throws after its first 12 bytes', () => {
    const long = codec.encode({ headers: {}, body: new Uint8Array(24 * 1024 * 1024) });
    const prelude = long.subarray(0, 12);
    expect(() => new EventStreamDecoder().push(prelude)).toThrow('a message cannot have 25165840 bytes');
  });

  test('that ends inside a message rejects with a ConnectionError that says so', async () => {
    const error = await failureOf(
      clientOf([whole.subarray(0, -5)])
        .createMessageStream(request)
        .finalMessage(),
    );
    expect(error).toMatchObject({
      name: 'ConnectionError',
      phase: 'body',
      cause: { message: expect.stringContaining('closed inside a message of the event stream') },
    });
  });

  test.each([
    ['throttlingException', 'rate_limit_error', 'ThrottlingException'],
    ['modelStreamErrorException', 'api_error', 'ModelStreamErrorException'],
    ['validationException', 'invalid_request_error', 'ValidationException'],
    ['serviceUnavailableException', 'overloaded_error', 'ServiceUnavailableException'],
  ])('that ends with a %s rejects with an ApiError of type %s', async (name, type, errorCode) => {
    const pieces = [...framed(EVENTS.slice(0, 4)), exceptionFrame(name, 'the message of AWS')];
    const error = await failureOf(clientOf(pieces).createMessageStream(request).finalMessage());
    expect(error).toMatchObject({ name: 'ApiError', type, errorCode, partial: { text: 'Grüße, 世界 🌍' } });
    expect(String(error)).toContain('the message of AWS');
  });

  test('that ends with an error message rejects with an ApiError that has its code', async () => {
    const frame = codec.encode({
      headers: {
        ':message-type': { type: 'string', value: 'error' },
        ':error-code': { type: 'string', value: 'internalFailure' },
        ':error-message': { type: 'string', value: 'the message of AWS' },
      },
      body: new Uint8Array(),
    });
    const pieces = [...framed(EVENTS.slice(0, 4)), frame];
    const error = await failureOf(clientOf(pieces).createMessageStream(request).finalMessage());
    expect(error).toMatchObject({ name: 'ApiError', type: 'api_error', errorCode: 'InternalFailure' });
    expect(String(error)).toContain('the message of AWS');
  });

  test('may contain unknown events, which are skipped', async () => {
    const pieces = [...framed([{ a: 1 }], 'event', 'somethingNew'), ...framed(EVENTS)];
    expect((await clientOf(pieces).createMessageStream(request).finalMessage()).text).toContain('世界');
  });
});
