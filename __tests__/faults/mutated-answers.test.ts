import { expect, test } from '@jest/globals';
import { Client } from '../../lib/client/client.js';
import { isClustError } from '../../lib/errors/guards.js';
import { pick, seededRandom } from '../support/random.js';
import { configFor, KEY } from '../support/transport.js';
import { unchecked } from '../support/unchecked.js';

const answers = [
  '{"id":"msg_1","type":"message","role":"assistant","model":"m","content":[{"type":"text","text":"Grüße 🎈"}],"stop_reason":"end_turn","stop_sequence":null,"usage":{"input_tokens":1,"output_tokens":2}}',
  '{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"},"request_id":"req_1"}',
  '<!doctype html><html><body>502 Bad Gateway</body></html>',
  '',
];
const statuses = [200, 200, 200, 201, 204, 301, 307, 400, 401, 404, 408, 413, 429, 499, 500, 503, 529, 599];
const contentTypes = ['application/json', 'text/html; charset=utf-8', 'text/event-stream', 'nonsense', ''];
const retryAfters = [
  '',
  '0',
  '-1',
  'soon',
  '1e9',
  '2',
  'Sun, 22 Nov 2026 12:00:00 GMT',
  '99999999999999999999',
];
const request = {
  model: 'claude-haiku-4-5',
  max_tokens: 9,
  messages: [{ role: 'user', content: 'Hi' }],
} as const;

/** A fetch whose response has a few bytes replaced, removed or inserted, arrives in pieces and may break off. */
function mutate(random: () => number): () => Promise<Response> {
  const of = <Item>(items: readonly Item[]): Item => items[pick(random, items.length)] as Item;
  const bytes = [...new TextEncoder().encode(of(answers))];
  for (let change = pick(random, 4); change > 0; change -= 1) {
    const at = pick(random, bytes.length + 1);
    bytes.splice(at, pick(random, 3), ...Array.from({ length: pick(random, 3) }, () => pick(random, 256)));
  }
  const thrown = of<unknown>([
    new TypeError('terminated'),
    new DOMException('Gone', 'AbortError'),
    'text',
    undefined,
    {},
  ]);
  const [end, throwsAtOnce, size] = [of(['close', 'close', 'error']), random() < 0.05, 1 + pick(random, 40)];
  const status = of(statuses);
  const headers = {
    'content-type': of(contentTypes),
    'retry-after': of(retryAfters),
    'x-should-retry': of(['', 'true', 'false']),
  };
  return async () => {
    if (throwsAtOnce) throw thrown;
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent < bytes.length) controller.enqueue(Uint8Array.from(bytes.slice(sent, sent + size)));
        else if (end === 'close') controller.close();
        else controller.error(thrown);
        sent += size;
      },
    });
    return new Response(status === 204 ? null : body, { status, headers });
  };
}

test('AT-3.5 each of 1,000 mutated responses ends as a message or a ClustError, streamed or not', async () => {
  const random = seededRandom(20261122);
  const ends = new Map<string, number>();
  for (let round = 0; round < 1_000; round += 1) {
    const config = configFor('http://127.0.0.1:1', { fetch: mutate(random) });
    const client = new Client({ ...config, version: '2026-10-21' });
    const answer =
      round % 2 === 0
        ? client.createMessage(unchecked(request))
        : client.createMessageStream(unchecked(request)).finalMessage();
    const end = await answer.then(
      // Reading the text shows that the message is usable.
      (message) => `a message of ${typeof message.text}`,
      (error: unknown) => (isClustError(error) && !error.message.includes(KEY) ? error.name : `raw ${error}`),
    );
    ends.set(end, (ends.get(end) ?? 0) + 1);
  }
  expect([...ends.keys()].sort()).toEqual([
    'ApiError',
    'ConnectionError',
    'StreamError',
    'a message of string',
  ]);
});
