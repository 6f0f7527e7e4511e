import { once } from 'node:events';
import { createServer } from 'node:http';

/** The length of the deltas of a tool input. */
const DELTA = 20;

const WORDS = 'Paris is the capital of France, and its largest city by far; it lies on the Seine. '.match(
  /\S+\s/g,
);

const sse = (event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;

const usage = { input_tokens: 20, output_tokens: 1 };
const message = { id: 'msg_1', type: 'message', role: 'assistant', model: 'claude-sonnet-5-5', content: [] };
const start = {
  type: 'message_start',
  message: { ...message, stop_reason: null, stop_sequence: null, usage },
};

function* answer(contentBlock, deltas, stopReason) {
  yield sse(start);
  yield sse({ type: 'content_block_start', index: 0, content_block: contentBlock });
  yield sse({ type: 'ping' });
  for (const delta of deltas) yield sse({ type: 'content_block_delta', index: 0, delta });
  yield sse({ type: 'content_block_stop', index: 0 });
  const delta = { stop_reason: stopReason, stop_sequence: null };
  yield sse({ type: 'message_delta', delta, usage: { output_tokens: 500 } });
  yield sse({ type: 'message_stop' });
}

/** `/text/20000`: an answer of that many text deltas, one or two words each. */
function* text(count) {
  for (let at = 0; at < count; at += 1) {
    yield {
      type: 'text_delta',
      text: WORDS[at % WORDS.length] + (at % 3 ? '' : WORDS[(at + 1) % WORDS.length]),
    };
  }
}

/** `/tool/200000`: a tool input of about that many bytes of JSON. One half is a list of records, the other a document. */
function* toolInput(bytes) {
  const record = (id) => ({
    id,
    name: `Record ${id}`,
    tags: ['first', 'second'],
    score: id / 7,
    done: id % 2 === 0,
  });
  const records = Array.from({ length: Math.floor(bytes / 2 / 85) }, (_, id) => record(id));
  const json = JSON.stringify({
    path: '/tmp/report.md',
    records,
    document: 'A line of "text".\n'.repeat(bytes / 2 / 21),
  });
  for (let at = 0; at < json.length; at += DELTA) {
    yield { type: 'input_json_delta', partial_json: json.slice(at, at + DELTA) };
  }
}

const answers = {
  text: (count) => answer({ type: 'text', text: '' }, text(count), 'end_turn'),
  tool: (bytes) =>
    answer({ type: 'tool_use', id: 'toolu_1', name: 'save', input: {} }, toolInput(bytes), 'tool_use'),
};

/** Answers `/<text or tool>/<size>/v1/messages` on a free port. Writes each event separately, as fast as the client reads. */
export async function startServer() {
  const server = createServer(async (request, response) => {
    const [, kind, size] = request.url.split('/');
    request.resume();
    response.writeHead(200, { 'content-type': 'text/event-stream', 'request-id': 'req_1' });
    for (const event of answers[kind](Number(size))) {
      if (!response.write(event)) await once(response, 'drain');
    }
    response.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
