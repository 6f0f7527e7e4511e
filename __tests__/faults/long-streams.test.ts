import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { expect, test } from '@jest/globals';
import { serve } from '../support/loopback.js';
import { runSource } from '../support/run-source.js';
import { ended, sse, start, stop, textBlock } from '../support/streams.js';

const MEGABYTES = 50;

/** Sends a response of 50 MB as fast as it is read. */
async function sendLongStream(response: ServerResponse): Promise<void> {
  const [begin = {}, delta = {}, end = {}] = textBlock(0, 'x'.repeat(100));
  const deltas = sse(delta).repeat(500);
  response.setHeader('content-type', 'text/event-stream').write(sse(start, begin));
  for (let text = 0; text < MEGABYTES * 1e6; text += 100 * 500) {
    if (!response.write(deltas)) await once(response, 'drain');
  }
  response.end(sse(end, ended('end_turn'), stop));
}

test('a stream of 50 MB with accumulate: false takes less than 30 MB more memory than an idle process', async () => {
  const server = await serve(sendLongStream);
  const printed = await runSource(
    `
    import { ApiKey, ClientBuilder } from './lib/index.ts';
    const client = ClientBuilder.create().apiKey(ApiKey.of('test')).baseUrl('${server.url}').build();
    const request = { model: 'claude-haiku-4-5', max_tokens: 9, messages: [{ role: 'user', content: 'Hi' }] };
    const used = () => process.memoryUsage().heapUsed + process.memoryUsage().external;
    gc();
    const idle = used();
    let most = 0;
    let length = 0;
    let events = 0;
    for await (const text of client.createMessageStream(request, { accumulate: false }).textStream()) {
      length += text.length;
      events += 1;
      if (events % 1000 === 0) most = Math.max(most, used());
    }
    console.log(JSON.stringify({ length, over: (most - idle) / 1e6 }));
    `,
    '--expose-gc',
  );
  const { length, over } = JSON.parse(printed);
  expect(length).toBe(MEGABYTES * 1e6);
  expect(over).toBeLessThan(30);
}, 60_000);
