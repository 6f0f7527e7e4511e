import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A Redis server on a free port. It writes its data to disk, so the data survives a kill. */
export interface RedisServer {
  readonly url: string;
  /** Kills the server with SIGKILL, and starts it again with the same files and port. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export async function startRedis(host = '127.0.0.1'): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'clust-fleet-'));
  const options = { folder, host, port: await freePort(host) };
  let server = await start(options);
  const kill = async () => {
    server.kill('SIGKILL');
    await once(server, 'exit');
  };
  return {
    url: `redis://${host}:${options.port}`,
    async restart() {
      await kill();
      server = await start(options);
    },
    async stop() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface RedisOptions {
  readonly folder: string;
  readonly host: string;
  readonly port: number;
}

/** Starts Redis with the settings that a fleet needs: it evicts nothing, and stored data survives a crash. */
async function start({ folder, host, port }: RedisOptions): Promise<ChildProcess> {
  const settings = `--port ${port} --bind ${host} --appendonly yes --appendfsync everysec --maxmemory-policy noeviction`;
  // Protected mode refuses connections from other machines. On another host, only the machines of this run can connect.
  const protection = host === '127.0.0.1' ? 'yes' : 'no';
  const server = spawn(
    'redis-server',
    [...settings.split(' '), '--protected-mode', protection, '--save', '', '--dir', folder],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  await once(server, 'spawn').catch((error: unknown) => {
    throw new Error('cannot start redis-server: install it (Debian: apt-get install redis-server)', {
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
