import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach } from '@jest/globals';

/** What arrived at a loopback server. */
export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** Answers one request, or leaves it hanging. */
export type Answer = (response: ServerResponse, received: Received) => void | Promise<void>;

/** A real HTTP server on a free local port. It stops after the test. */
export interface Loopback {
  readonly url: string;
  readonly received: readonly Received[];
  /** The number of responses that are not complete and whose connection is open. */
  readonly open: () => number;
}

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

/** Starts a server that sends these answers, one per request, and then repeats the last. */
export async function serve(...answers: readonly [Answer, ...Answer[]]): Promise<Loopback> {
  const received: Received[] = [];
  let open = 0;
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request;
    const body = await text(request).catch(() => undefined);
    // The client disconnected before its request was complete.
    if (body === undefined) return;
    const arrival: Received = { method, url, headers, body };
    received.push(arrival);
    open += 1;
    response.on('close', () => {
      open -= 1;
    });
    const answer = answers[Math.min(received.length, answers.length) - 1];
    await answer?.(response, arrival);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  // A listening server has an address of this form.
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, received, open: () => open };
}

/** A local URL on which no server listens. */
export async function deadUrl(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Answer {
  return raw(JSON.stringify(body), status, { 'content-type': 'application/json', ...headers });
}

export function raw(body: string | Uint8Array, status = 200, headers: Record<string, string> = {}): Answer {
  return (response) => {
    response.writeHead(status, headers).end(body);
  };
}

/** An error response in the format of the API. */
export function apiError(
  status: number,
  type: string,
  message: string,
  headers: Record<string, string> = {},
): Answer {
  const requestId = `req_${status}`;
  return json({ type: 'error', error: { type, message }, request_id: requestId }, status, {
    'request-id': requestId,
    ...headers,
  });
}

/** Closes the connection without an answer. */
export const reset: Answer = (response) => {
  response.socket?.resetAndDestroy();
};

/** Never answers. */
export const stall: Answer = () => undefined;

/** Sends headers and the start of a body, and nothing more. */
export function stallAfter(start: string, headers: Record<string, string> = {}): Answer {
  return (response) => {
    response.writeHead(200, { 'content-type': 'application/json', ...headers }).write(start);
  };
}

/** Sends headers and the start of a body, then resets the connection. */
export function resetAfter(start: string, headers: Record<string, string> = {}): Answer {
  return (response) => {
    response.writeHead(200, { 'content-type': 'application/json', ...headers });
    response.write(start, () => setTimeout(() => response.socket?.resetAndDestroy(), 10));
  };
}
