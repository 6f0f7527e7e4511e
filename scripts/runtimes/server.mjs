// A fake API server. The first segment of the path selects its behavior, such as a cut stream. It also serves files to a browser.
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';

/** @param files The files for a browser, by path: `{type, body}`. */
export async function startServer(files) {
  const busy = new Set();
  const server = createServer(async (request, response) => {
    if (request.method === 'GET') {
      const file = files[request.url];
      response.writeHead(file ? 200 : 404, { 'content-type': file?.type ?? 'text/plain' }).end(file?.body);
      return;
    }
    const [, kind] = request.url.split('/');
    const { stream = false, messages } = await json(request);
    const { content } = messages.at(-1);
    if (kind.startsWith('busy') && !busy.has(kind)) {
      busy.add(kind);
      return refuse(response, 429, 'rate_limit_error', 'Slow down', { 'retry-after-ms': '20' });
    }
    if (kind === 'refuse') return refuse(response, 400, 'invalid_request_error', 'prompt is too long');
    const block = blockFor(kind, content);
    if (stream) sendStream(response, block, kind);
    else send(response, 200, { ...head(), content: [block], stop_reason: reasonOf(block) });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function blockFor(kind, content) {
  if (kind === 'echo') return { type: 'text', text: typeof content === 'string' ? content : content[0].text };
  if (kind === 'json') return { type: 'text', text: '{"city":"Paris"}' };
  const result = Array.isArray(content) && content.find(({ type }) => type === 'tool_result');
  if (kind === 'tools' && !result)
    return { type: 'tool_use', id: 'toolu_1', name: 'get_weather', input: { city: 'Paris' } };
  if (result) {
    const text = typeof result.content === 'string' ? result.content : result.content[0].text;
    return { type: 'text', text };
  }
  return { type: 'text', text: 'Hello, world!' };
}

const reasonOf = ({ type }) => (type === 'tool_use' ? 'tool_use' : 'end_turn');

function head() {
  const usage = { input_tokens: 10, output_tokens: 5 };
  return {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: 'claude-haiku-4-5',
    stop_sequence: null,
    usage,
  };
}

function send(response, status, body, headers = {}) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

function refuse(response, status, type, message, headers) {
  send(response, status, { type: 'error', error: { type, message } }, headers);
}

function sendStream(response, block, kind) {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const write = (event) => response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
  const text = (piece) =>
    write({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: piece } });
  write({ type: 'message_start', message: { ...head(), content: [], stop_reason: null } });
  write({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } });
  text(block.text.slice(0, 5));
  if (kind === 'stall') return;
  // Waits, so that the bytes reach the client before the connection is closed.
  if (kind === 'cut') return setTimeout(() => response.destroy(), 100);
  text(block.text.slice(5));
  write({ type: 'content_block_stop', index: 0 });
  write({ type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 5 } });
  write({ type: 'message_stop' });
  response.end();
}
