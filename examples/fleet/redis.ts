import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A Redis of this run's own, on a free loopback port, that keeps what it holds over a kill. */
export interface OwnRedis {
  readonly url: string;
  /** SIGKILL, and a start on the same files and port. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export async function startRedis(): Promise<OwnRedis> {
  const folder = mkdtempSync(join(tmpdir(), 'clust-fleet-'));
  const port = await freePort();
  let server = await start(folder, port);
  const kill = async () => {
    server.kill('SIGKILL');
    await once(server, 'exit');
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    async restart() {
      await kill();
      server = await start(folder, port);
    },
    async stop() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The settings that a fleet wants: nothing is evicted, and what was written outlives a crash. */
async function start(folder: string, port: number): Promise<ChildProcess> {
  const settings = `--port ${port} --bind 127.0.0.1 --appendonly yes --appendfsync everysec --maxmemory-policy noeviction`;
  const server = spawn('redis-server', [...settings.split(' '), '--save', '', '--dir', folder], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(server, 'spawn').catch((error: unknown) => {
    throw new Error('redis-server does not start: install it (Debian: apt-get install redis-server)', {
      cause: error,
    });
  });
  for await (const chunk of server.stdout) if (String(chunk).includes('Ready to accept connections')) break;
  server.stdout.resume();
  return server;
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
