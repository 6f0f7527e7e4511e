import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/**
 * Starts a fake API on a free loopback port, with the endpoints for token counts, models, batches and files that the examples
 * need. It stops when the program ends. Returns its URL.
 */
export async function startEndpointsServer(): Promise<string> {
  const files = new Map<string, Buffer>();
  let ids: readonly string[] = [];
  let polls = 0;
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    const path = `${request.method} ${request.url?.replace(/\?.*/, '')}`;
    const json = (value: unknown, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    const batch = () => {
      const isEnded = polls >= 3;
      const processing = isEnded ? 0 : ids.length;
      return {
        id: 'msgbatch_01',
        type: 'message_batch',
        processing_status: isEnded ? 'ended' : 'in_progress',
        request_counts: {
          processing,
          succeeded: ids.length - processing,
          errored: 0,
          canceled: 0,
          expired: 0,
        },
        results_url: isEnded
          ? `http://${request.headers.host}/v1/messages/batches/msgbatch_01/results`
          : null,
      };
    };
    switch (path) {
      case 'POST /v1/messages/count_tokens':
        return json({ input_tokens: Math.ceil(body.length / 8) });
      case 'GET /v1/models':
        return json({ data: [model('claude-sonnet-5-5'), model('claude-haiku-5-5')], has_more: false });
      case 'GET /v1/models/claude-sonnet-5-5':
        return json(model('claude-sonnet-5-5'));
      case 'POST /v1/messages/batches':
        ids = JSON.parse(`${body}`).requests.map(({ custom_id }: { custom_id: string }) => custom_id);
        return json(batch());
      case 'GET /v1/messages/batches/msgbatch_01':
        polls += 1;
        return json(batch());
      case 'GET /v1/messages/batches/msgbatch_01/results':
        return response.end([...ids].reverse().map(resultLine).join('\n'));
      case 'POST /v1/files': {
        const form = await new Response(body, {
          headers: { 'content-type': request.headers['content-type'] ?? '' },
        }).formData();
        const file = form.get('file');
        if (!(file instanceof File)) return json({ type: 'error' }, 400);
        files.set('file_01', Buffer.from(await file.arrayBuffer()));
        const { name: filename, type: mime_type, size: size_bytes } = file;
        return json({ id: 'file_01', type: 'file', filename, mime_type, size_bytes, downloadable: true });
      }
      case 'GET /v1/files/file_01/content':
        return response.end(files.get('file_01'));
      case 'DELETE /v1/files/file_01':
        return json({ id: 'file_01', type: 'file_deleted' });
      default:
        return json({ type: 'error', error: { type: 'not_found_error', message: path } }, 404);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  // The cast is safe: a server that listens on a port has an `AddressInfo`.
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

function model(id: string): object {
  const created_at = '2026-10-07T00:00:00Z';
  return { id, type: 'model', display_name: id, created_at, lifecycle: 'active', max_tokens: 128_000 };
}

const capitals: Readonly<Record<string, string>> = { france: 'Paris', italy: 'Rome' };

function resultLine(custom_id: string): string {
  const message = {
    id: `msg_${custom_id}`,
    type: 'message',
    role: 'assistant',
    model: 'claude-haiku-5-5',
    content: [{ type: 'text', text: capitals[custom_id] ?? 'I do not know.' }],
    stop_reason: 'end_turn',
    stop_sequence: null,
    usage: { input_tokens: 14, output_tokens: 3 },
  };
  return JSON.stringify({ custom_id, result: { type: 'succeeded', message } });
}
