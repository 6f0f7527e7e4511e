import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import {
  type Client,
  isToolUse,
  isValidationError,
  type MessageBody,
  type MessageParam,
  type Version,
} from 'clust';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { requestFor, tools } from './assistant.js';
import type { PageFiles } from './bundle-page.js';

/** A client of the newest version of the API, as `Client.fromEnv()` returns it. */
type ChatClient = Client<typeof Version.V2026_10_21>;

export interface ChatServerOptions {
  /** The client with the API key, which never leaves the server. */
  readonly client: ChatClient;
  readonly page: PageFiles;
  /** 0, the default, selects a free port. */
  readonly port?: number | undefined;
}

export interface ChatServer {
  readonly url: string;
  /** Stops the server and closes every open connection. */
  stop(): void;
}

/** Serves the page, relays answers to it, and runs the tools that the model calls. */
export async function startChatServer({ client, page, port = 0 }: ChatServerOptions): Promise<ChatServer> {
  const server = createAdaptorServer({ fetch: chatApp(client, page).fetch });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  // A listening server has an address of this form.
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    stop() {
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
    },
  };
}

function chatApp(client: ChatClient, page: PageFiles): Hono {
  const app = new Hono();
  // The page loads only files of this server, so an answer of the model cannot run a script, load an image or submit a form.
  const contentSecurityPolicy = {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    connectSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  };
  app.use(secureHeaders({ contentSecurityPolicy }));
  app.use('/api/*', bodyLimit({ maxSize: 1_000_000 }));

  for (const [path, { type, body }] of Object.entries(page)) {
    app.get(path, (context) => context.body(body, 200, { 'content-type': type }));
  }

  app.post('/api/answer', async (context) => {
    const { messages } = await context.req.json<{ messages: readonly MessageParam[] }>();
    const stream = client.createMessageStream(requestFor(messages));
    // The relay applies the backpressure of the page. If the page disconnects, the request to the API is canceled.
    return context.body(stream.toReadableStream(), 200, { 'content-type': 'application/x-ndjson' });
  });

  app.post('/api/tools', async (context) => {
    const message = await context.req.json<MessageBody>();
    if (!message.content.some(isToolUse)) return context.json({ error: 'The answer calls no tool.' }, 400);
    return context.json(await tools.callAll(message, { signal: context.req.raw.signal }));
  });

  app.onError((error, context) => {
    if (isValidationError(error) || error instanceof SyntaxError) {
      return context.json({ error: error.message }, 400);
    }
    console.error(error);
    return context.json({ error: 'The server failed.' }, 500);
  });
  return app;
}
