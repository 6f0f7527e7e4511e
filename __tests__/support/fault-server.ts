import { type AddressInfo, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach } from '@jest/globals';

/** One request and its raw socket. A script decides, byte by byte, what is sent back. */
export class Exchange {
  readonly head: string;
  readonly body: string;
  /** Resolves when the client has closed its side, or reset the connection. */
  readonly left: Promise<void>;
  readonly #socket: Socket;

  constructor(socket: Socket, head: string, body: string) {
    this.#socket = socket;
    this.head = head;
    this.body = body;
    this.left = new Promise((resolve) => {
      if (socket.destroyed) resolve();
      socket.once('end', resolve).once('close', () => resolve());
    });
  }

  /** Sends bytes as they are, and waits until they are handed to the kernel. */
  send(data: string | Uint8Array): Promise<void> {
    return new Promise((resolve) => {
      if (this.#socket.destroyed) resolve();
      else this.#socket.write(data, () => resolve());
    });
  }

  /** Starts an event stream that ends when the connection ends. */
  startUnframed(): Promise<void> {
    return this.#startStream('connection: close');
  }

  /** Starts an event stream in HTTP chunks, on a connection that stays open. */
  startChunked(): Promise<void> {
    return this.#startStream('transfer-encoding: chunked');
  }

  sendChunk(data: string | Uint8Array): Promise<void> {
    const bytes = Buffer.from(data);
    const size = `${bytes.byteLength.toString(16)}\r\n`;
    return this.send(Buffer.concat([Buffer.from(size), bytes, Buffer.from('\r\n')]));
  }

  endChunks(): Promise<void> {
    return this.send('0\r\n\r\n');
  }

  sleep(milliseconds: number): Promise<void> {
    return sleep(milliseconds);
  }

  /** Closes the connection regularly. */
  finish(): void {
    this.#socket.end();
  }

  /** Resets the connection (RST), as a crash or a load balancer does. */
  reset(): void {
    this.#socket.resetAndDestroy();
  }

  #startStream(framing: string): Promise<void> {
    return this.send(
      `HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nrequest-id: req_fault\r\n${framing}\r\n\r\n`,
    );
  }
}

/** What the server does with one request. */
export type Script = (exchange: Exchange) => void | Promise<void>;

export interface FaultServer {
  readonly url: string;
  /** Every request so far. */
  readonly exchanges: readonly Exchange[];
  /** How many connections were made. */
  readonly connections: () => number;
  /** How many connections are open now. */
  readonly open: () => number;
}

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

/** Starts a server that follows these scripts, one per request, and then repeats the last. It stops after the test. */
export async function serveFaults(...scripts: readonly [Script, ...Script[]]): Promise<FaultServer> {
  const exchanges: Exchange[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // In some tests the client resets the connection.
    socket.on('error', () => undefined);
    onRequest(socket, (head, body) => {
      const exchange = new Exchange(socket, head, body);
      exchanges.push(exchange);
      void scripts[Math.min(exchanges.length, scripts.length) - 1]?.(exchange);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(() => resolve()));
  });
  // A listening server has an address of this form.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    exchanges,
    connections: () => connections,
    open: () => sockets.size,
  };
}

/** Reads requests with a content-length, one after another. A client of clust sends no others. */
function onRequest(socket: Socket, handle: (head: string, body: string) => void): void {
  let received = '';
  socket.setEncoding('latin1');
  socket.on('data', (data) => {
    received += data;
    const end = received.indexOf('\r\n\r\n');
    if (end === -1) return;
    const head = received.slice(0, end);
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (received.length < end + 4 + length) return;
    const body = Buffer.from(received.slice(end + 4, end + 4 + length), 'latin1').toString();
    received = received.slice(end + 4 + length);
    handle(head, body);
  });
  // Half-open connections are allowed, so the server must close its own side.
  socket.on('end', () => socket.end());
}
