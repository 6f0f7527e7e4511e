import { describe, expect, test } from '@jest/globals';
import { blockFacts } from '../../lib/stream/accumulate/block-facts.js';
import { describeWithFixtures } from '../support/fixtures.js';
import { pick, seededRandom } from '../support/random.js';
import { wholeStreams } from '../support/recorded-streams.js';
import {
  answer,
  block,
  collect,
  ended,
  start,
  stop,
  streamOf,
  streamOfEvents,
  textBlock,
} from '../support/streams.js';

describe('AT-6.1 data that this release does not know', () => {
  const future = block(
    1,
    { type: 'hologram', depth: '', layers: [1], meta: null },
    { type: 'depth_delta', depth: 'deep' },
    { type: 'depth_delta', depth: 'er', layers: [2], meta: { hue: 1 }, scale: 2 },
  );
  const events = [
    { ...start, message: { ...start.message, mood: 'calm' } },
    { type: 'weather', wind: 3 },
    ...textBlock(0, 'Hi'),
    ...future,
    ...block(2, { type: 'text', text: 'x' }, { type: 'emphasis_delta', emphasis: ['bold'] }),
    ended('moonrise', { output_tokens: 5, photons: 9 }),
    stop,
  ];

  test('passes through a stream unchanged', async () => {
    expect(await collect(streamOfEvents(events))).toEqual(events);
  });

  test('is accumulated in the message by field name', async () => {
    const message = await streamOfEvents(events).finalMessage();
    expect(JSON.parse(JSON.stringify(message))).toEqual({
      ...start.message,
      mood: 'calm',
      content: [
        { type: 'text', text: 'Hi' },
        { type: 'hologram', depth: 'deeper', layers: [1, 2], meta: { hue: 1 }, scale: 2 },
        { type: 'text', text: 'x', emphasis: ['bold'] },
      ],
      stop_reason: 'moonrise',
      usage: { input_tokens: 10, output_tokens: 5, photons: 9 },
    });
  });

  test('is unchanged in toMessage(), which goes back to the API', async () => {
    const message = await streamOfEvents(events).finalMessage();
    expect(JSON.stringify(message.toMessage().content)).toBe(JSON.stringify(message.content));
  });

  test('has its deltas kept unchanged in the facts of the block', async () => {
    const message = await streamOfEvents(events).finalMessage();
    expect(message.content.map((content) => blockFacts(content).unknownDeltas)).toEqual([
      undefined,
      future.slice(1, -1).map((event) => Reflect.get(event, 'delta')),
      [{ type: 'emphasis_delta', emphasis: ['bold'] }],
    ]);
  });

  test('pollutes no prototype', async () => {
    const polluted = JSON.parse('{"type": "x_delta", "__proto__": {"x": 1}}');
    const message = await streamOfEvents(answer(block(0, { type: 'x' }, polluted))).finalMessage();
    expect(Object.getPrototypeOf(message.content[0])).toBe(Object.prototype);
    expect({}).not.toHaveProperty('x');
  });
});

describeWithFixtures('AT-6.3 twenty recorded streams with unknown fields at every level', () => {
  test('give the same message plus the unknown fields', async () => {
    const random = seededRandom(63);
    const streams = wholeStreams();
    for (let round = 0; round < 20; round += 1) {
      const [stream] = streams.splice(pick(random, streams.length), 1);
      if (stream === undefined) throw new Error('there are fewer than twenty recorded streams');
      const { id, bytes, message } = stream;
      const extended = Buffer.from(bytes)
        .toString()
        .replaceAll(/^data: ?(.*)$/gm, (_line, data) => {
          return `data: ${JSON.stringify(JSON.parse(data), (_name, value) => withUnknownField(value))}`;
        });
      const found = await streamOf([Buffer.from(extended)]).finalMessage();
      const known = JSON.stringify(found, (name, value) => (name === 'x_new' ? undefined : value));
      expect([id, JSON.parse(known)]).toEqual([id, message]);
      expect(found).toHaveProperty('x_new', 1);
      expect(found.usage).toHaveProperty('x_new', 1);
    }
  });
});

function withUnknownField(value: unknown): unknown {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? { ...value, x_new: 1 } : value;
}
