import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A Redis of this run's own, on a free port, that keeps what it holds over a kill. */
export interface OwnRedis {
  readonly url: string;
  /** SIGKILL, and a start on the same files and port. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export async function startRedis(host = '127.0.0.1'): Promise<OwnRedis> {
  const folder = mkdtempSync(join(tmpdir(), 'clust-fleet-'));
  const place = { folder, host, port: await freePort(host) };
  let server = await start(place);
  const kill = async () => {
    server.kill('SIGKILL');
    await once(server, 'exit');
  };
  return {
    url: `redis://${host}:${place.port}`,
    async restart() {
      await kill();
      server = await start(place);
    },
    async stop() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Place {
  readonly folder: string;
  readonly host: string;
  readonly port: number;
}

/** The settings that a fleet wants: nothing is evicted, and what was written outlives a crash. */
async function start({ folder, host, port }: Place): Promise<ChildProcess> {
  const settings = `--port ${port} --bind ${host} --appendonly yes --appendfsync everysec --maxmemory-policy noeviction`;
  // The protected mode refuses other machines. Here they are those of this run alone.
  const protection = host === '127.0.0.1' ? 'yes' : 'no';
  const server = spawn(
    'redis-server',
    [...settings.split(' '), '--protected-mode', protection, '--save', '', '--dir', folder],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  await once(server, 'spawn').catch((error: unknown) => {
    throw new Error('redis-server does not start: install it (Debian: apt-get install redis-server)', {
      cause: error,
    });
  });
  for await (const chunk of server.stdout) if (String(chunk).includes('Ready to accept connections')) break;
  server.stdout.resume();
  return server;
}

async function freePort(host: string): Promise<number> {
  const server = createServer();
  server.listen(0, host);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
