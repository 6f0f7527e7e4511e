import { spawnSync } from 'node:child_process';

export { type RedisServer, startRedis } from '../../examples/fleet/redis.js';

/** Whether this machine has a Redis server (Debian: `redis-server`). */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;
