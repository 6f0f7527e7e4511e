import { expect, test } from '@jest/globals';
import { ClientBuilder } from '../../lib/client/client-builder.js';
import { ApiKey } from '../../lib/values/api-key.js';
import { describeWithFixtures } from '../support/fixtures.js';
import { serve } from '../support/loopback.js';
import {
  concatenatedStreams,
  failedStreams,
  type RecordedStream,
  splicedStreams,
  wholeStreams,
} from '../support/recorded-streams.js';
import { collect, inPieces, sseResponse, streamOf } from '../support/streams.js';
import { failureOf } from '../support/transport.js';
import { unchecked } from '../support/unchecked.js';

const request = {
  model: 'claude-haiku-4-5',
  max_tokens: 1024,
  messages: [{ role: 'user', content: 'Hello' }],
} as const;

const messageOf = ({ message }: RecordedStream) => JSON.stringify(message);

describeWithFixtures('a recorded stream', () => {
  const whole = wholeStreams();

  test('is one of 275 that end with message_stop', () => {
    expect(whole).toHaveLength(275);
  });

  test('yields exactly the expected message over a loopback server', async () => {
    const server = await serve((response, { body }) => {
      const number = Number(JSON.parse(body).metadata.user_id);
      response.setHeader('content-type', 'text/event-stream').end(whole[number]?.bytes);
    });
    const client = ClientBuilder.create().apiKey(ApiKey.of('test')).baseUrl(server.url).build();
    for (const [number, stream] of whole.entries()) {
      const numbered = { ...request, metadata: { user_id: String(number) } };
      const message = await client.createMessageStream(unchecked(numbered)).finalMessage();
      expect([stream.id, JSON.stringify(message)]).toEqual([stream.id, messageOf(stream)]);
    }
  });

  test.each([1, 7])('yields exactly the expected message in pieces of %i bytes', async (size) => {
    for (const stream of whole) {
      const fetch = async () => sseResponse(inPieces(stream.bytes, size));
      const client = ClientBuilder.create().apiKey(ApiKey.of('test')).fetch(fetch).build();
      const message = await client.createMessageStream(unchecked(request)).finalMessage();
      expect([stream.id, JSON.stringify(message)]).toEqual([stream.id, messageOf(stream)]);
    }
  });

  test('yields the text of its message through textStream()', async () => {
    for (const stream of whole) {
      const texts = await collect(streamOf([stream.bytes]).textStream());
      const { text } = await streamOf([stream.bytes]).finalMessage();
      expect([stream.id, texts.join('')]).toEqual([stream.id, text]);
    }
  });

  test('that ends with an error event fails with that error and the partial message', async () => {
    const failed = failedStreams();
    expect(failed).toHaveLength(4);
    for (const stream of failed) {
      const error = await failureOf(streamOf([stream.bytes]).finalMessage());
      expect(error).toMatchObject({ name: 'ApiError', type: stream.errorEvent?.type, retryable: true });
      const partial: unknown = Reflect.get(Object(error), 'partial');
      expect([stream.id, JSON.stringify(partial ?? null)]).toEqual([stream.id, messageOf(stream)]);
    }
  });

  test('of several responses, concatenated by its recorder, ends at the first message_stop', async () => {
    const concatenated = concatenatedStreams();
    expect(concatenated).toHaveLength(3);
    for (const { bytes } of concatenated) {
      const first = Buffer.from(bytes).toString().split('event: message_start')[1] ?? '';
      const expected = await streamOf([Buffer.from(`event: message_start${first}`)]).finalMessage();
      expect(await streamOf([bytes]).finalMessage()).toEqual(expected);
    }
  });

  test('with a second response spliced in by a gateway fails as malformed', async () => {
    const spliced = splicedStreams();
    expect(spliced).toHaveLength(1);
    for (const { bytes } of spliced) {
      expect(await failureOf(streamOf([bytes]).finalMessage())).toMatchObject({
        name: 'StreamError',
        reason: 'malformed',
        message: expect.stringContaining('a second message_start came before the message_stop of the first'),
        partial: { id: 'msg_first', content: [{ thinking: 'I will call the tool.' }, { input: {} }] },
      });
    }
  });
});
