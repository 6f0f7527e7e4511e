import { type MessageParam, type MessageResponse, MessageStream, type ToolResultBlockParam } from 'clust';
import { Refusal } from './sentence-of.js';

/** Requests the next answer from the server, as a stream. */
export async function askStream(
  messages: readonly MessageParam[],
  signal: AbortSignal,
): Promise<MessageStream> {
  const { body } = await post('/api/answer', { messages }, signal);
  if (body === null) throw new Refusal('The server sent no answer.');
  return MessageStream.fromReadableStream(body, { signal });
}

/** Asks the server to run the tools that the answer calls. */
export async function runTools(
  message: MessageResponse,
  signal: AbortSignal,
): Promise<readonly ToolResultBlockParam[]> {
  const response = await post('/api/tools', message, signal);
  return response.json();
}

async function post(path: string, body: unknown, signal: AbortSignal): Promise<Response> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  });
  if (response.ok) return response;
  const { error } = await response.json().catch(() => ({ error: undefined }));
  throw new Refusal(typeof error === 'string' ? error : `The server answered ${response.status}.`);
}
