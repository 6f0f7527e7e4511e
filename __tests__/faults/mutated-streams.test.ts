import { expect, test } from '@jest/globals';
import { isClustError } from '../../lib/errors/guards.js';
import { describeWithFixtures } from '../support/fixtures.js';
import { pick, seededRandom } from '../support/random.js';
import { wholeStreams } from '../support/recorded-streams.js';
import { collect, inPieces, openStream, sseResponse } from '../support/streams.js';
import { configFor } from '../support/transport.js';

type Mutation = (text: string, random: () => number) => string;

const GARBAGE = [
  '\0',
  '\r',
  '\n\n',
  '\u2028',
  '{',
  '"',
  '[]',
  'null',
  '-1',
  '\ud83d',
  '{"__proto__":{"x":1}}',
  '\\u',
  'data:',
  'event: error\ndata: oops\n\n',
  'event: error\ndata: {"type":"error"}\n\n',
  'data: [DONE]\n\n',
  'data: {"type":"message_stop"}\n\n',
  'data: {"type":"ping","__proto__":null}\n\n',
  'data: {"type":"content_block_delta","index":99,"delta":null}\n\n',
];

/** Damage that connections do to bytes, and damage that gateways do to events. */
const mutations: readonly Mutation[] = [
  (text, random) => {
    const at = pick(random, text.length);
    return text.slice(0, at) + text.slice(at + 1 + pick(random, 40));
  },
  (text, random) => {
    const at = pick(random, text.length);
    return text.slice(0, at) + (GARBAGE[pick(random, GARBAGE.length)] ?? '') + text.slice(at);
  },
  (text, random) => {
    const events = text.split('\n\n');
    events.splice(pick(random, events.length), 1 + pick(random, 2));
    return events.join('\n\n');
  },
  (text, random) => {
    const events = text.split('\n\n');
    const [moved = ''] = events.splice(pick(random, events.length), 1);
    events.splice(pick(random, events.length), 0, moved);
    return events.join('\n\n');
  },
  (text, random) => {
    const events = text.split('\n\n');
    events.splice(pick(random, events.length), 0, (GARBAGE[pick(random, GARBAGE.length)] ?? '').trimEnd());
    return events.join('\n\n');
  },
  // Replaces a value: `"index":0` becomes `"index":null`, `"delta":{…}` becomes `"delta":0{…}`.
  (text, random) => {
    const names = [...text.matchAll(/"\w+": ?/g)];
    const { index = 0, 0: name = '' } = names[pick(random, names.length)] ?? {};
    const value = GARBAGE[pick(random, GARBAGE.length)] ?? '';
    const end = index + name.length;
    return text.slice(0, end) + value + text.slice(end).replace(/^("[^"]*"|[\w.-]+|\{\}|\[\])/, '');
  },
  (text, random) => text.slice(0, pick(random, text.length)),
  (text) => text.replaceAll('\n', '\r'),
  (text, random) => text.replaceAll('text_delta', GARBAGE[pick(random, GARBAGE.length)] ?? ''),
  (text, random) => text.replaceAll('"index":0', `"index":${GARBAGE[pick(random, GARBAGE.length)] ?? ''}`),
];

describeWithFixtures('AT-3.5 a thousand damaged streams', () => {
  const sources = wholeStreams().filter(({ bytes }) => bytes.length < 20_000);

  test('each end as a message or a ClustError', async () => {
    const random = seededRandom(311);
    const outcomes = new Map<string, number>();
    for (let round = 0; round < 1000; round += 1) {
      let text = Buffer.from(sources[pick(random, sources.length)]?.bytes ?? []).toString();
      for (let times = 1 + pick(random, 3); times > 0; times -= 1) {
        text = mutations[pick(random, mutations.length)]?.(text, random) ?? text;
      }
      const outcome = await outcomeOf(text, round, pick(random, 3));
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    // Every expected outcome occurred, and no other.
    expect([...outcomes.keys()].sort()).toEqual(
      ['ApiError', 'StreamError cut', 'StreamError error-event', 'StreamError malformed', 'whole'].sort(),
    );
  });
});

async function outcomeOf(text: string, round: number, reader: number): Promise<string> {
  const fetch = async () => sseResponse(inPieces(new TextEncoder().encode(text), 500));
  const stream = openStream(configFor('http://127.0.0.1', { fetch }));
  try {
    if (reader === 0) JSON.stringify(await stream.finalMessage());
    else if (reader === 1) await collect(stream.textStream());
    else await collect(stream.toolInputStream());
    return 'whole';
  } catch (error) {
    if (!isClustError(error)) throw new Error(`round ${round} threw ${error}: ${text}`, { cause: error });
    expect(String(error).length).toBeLessThan(1000);
    expect({}).not.toHaveProperty('x');
    return 'reason' in error ? `${error.name} ${error.reason}` : error.name;
  }
}
