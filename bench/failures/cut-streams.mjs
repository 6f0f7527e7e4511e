/**
 * Reads streams that end too early, with every reader of each package, and counts how often the reader throws. A local
 * server cuts the answer after each of its events except the last, in three ways: it closes the connection normally, as
 * proxies do, it resets the connection, or it sends an `error` event.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';

const words = ['Paris ', 'is ', 'the ', 'capital ', 'of ', 'France.'];
const usage = { input_tokens: 20, output_tokens: 1 };
const start = { id: 'msg_1', type: 'message', role: 'assistant', model: 'claude-sonnet-5-5', content: [] };
const events = [
  { type: 'message_start', message: { ...start, stop_reason: null, stop_sequence: null, usage } },
  { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
  ...words.map((text) => ({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } })),
  { type: 'content_block_stop', index: 0 },
  {
    type: 'message_delta',
    delta: { stop_reason: 'end_turn', stop_sequence: null },
    usage: { output_tokens: 6 },
  },
  { type: 'message_stop' },
];
const failure = { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } };
const sse = (event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;

/** The ways in which the server cuts an answer. */
const endings = {
  closed: (response) => response.end(),
  reset: (response) => setTimeout(() => response.socket.destroy(), 5),
  error: (response) => response.end(sse(failure)),
};

export const endingNames = Object.keys(endings);
export const cuts = events.length - 1;

/** Counts, for each reader and each ending, the cut answers for which the reader throws. Each answer has at least one event. */
export async function readCutStreams(readers) {
  let ending;
  let length;
  const server = createServer(async (request, response) => {
    await request.toArray();
    response.setHeader('content-type', 'text/event-stream');
    for (const event of events.slice(0, length)) response.write(sse(event));
    if (length < events.length) endings[ending](response);
    else response.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${server.address().port}`;

  const detected = {};
  for (const [name, read] of Object.entries(readers)) {
    detected[name] = {};
    length = events.length;
    if (await throws(read, url)) throw new Error(`${name} throws on a complete answer`);
    for (ending of endingNames) {
      detected[name][ending] = 0;
      for (length = 1; length <= cuts; length += 1)
        detected[name][ending] += (await throws(read, url)) ? 1 : 0;
    }
  }
  server.close();
  server.closeAllConnections();
  return detected;
}

async function throws(read, url) {
  try {
    await read(url);
    return false;
  } catch {
    return true;
  }
}
