import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** Starts a local server that answers as a cloud platform does, and prints each request that it receives. */
export async function startPlatformServer() {
  const server = createServer(async (request, response) => {
    const { model = '(in the path)' } = JSON.parse(await text(request));
    console.log(`${request.method} ${request.url}`);
    console.log(`model ${model}, ${request.headers.authorization?.split(' ')[0] ?? 'x-api-key'}`);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({
        id: 'msg_1',
        type: 'message',
        role: 'assistant',
        model,
        content: [{ type: 'text', text: 'The capital of France is Paris.' }],
        stop_reason: 'end_turn',
        stop_sequence: null,
        usage: { input_tokens: 14, output_tokens: 8 },
      }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // The cast is safe: a server that listens on a port has an `AddressInfo`.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
