/**
 * Reads answers that do not come to their end, with every way that each package has, and counts how often the reader is
 * told. A server on this machine ends the answer after each of its events but the last, in three ways: it closes the
 * connection in order, as a proxy does; it resets it; it sends an `error` event.
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

/** How an answer ends before its end. */
const ends = {
  closed: (response) => response.end(),
  reset: (response) => setTimeout(() => response.socket.destroy(), 5),
  error: (response) => response.end(sse(failure)),
};

export const endings = Object.keys(ends);
export const cuts = events.length - 1;

/** For each reader, by ending: how many of the cut answers it was told of. The first event has arrived each time. */
export async function readCutStreams(readers) {
  let ending;
  let length;
  const server = createServer(async (request, response) => {
    await request.toArray();
    response.setHeader('content-type', 'text/event-stream');
    for (const event of events.slice(0, length)) response.write(sse(event));
    if (length < events.length) ends[ending](response);
    else response.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${server.address().port}`;

  const told = {};
  for (const [name, read] of Object.entries(readers)) {
    told[name] = {};
    length = events.length;
    if (await isTold(read, url)) throw new Error(`${name} objects to an answer that is complete`);
    for (ending of endings) {
      told[name][ending] = 0;
      for (length = 1; length <= cuts; length += 1) told[name][ending] += (await isTold(read, url)) ? 1 : 0;
    }
  }
  server.close();
  server.closeAllConnections();
  return told;
}

/** A reader is told when it throws. */
async function isTold(read, url) {
  try {
    await read(url);
    return false;
  } catch {
    return true;
  }
}
