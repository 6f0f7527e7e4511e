import { Redis } from 'ioredis';
import type { RedisConnection } from './fleet-options.js';

/**
 * A connection that survives a restart of Redis: it reconnects without a time limit, and sends the waiting commands
 * then.
 */
export function connect(redis: RedisConnection): Redis {
  const options = {
    maxRetriesPerRequest: null,
    retryStrategy: (attempt: number) => Math.min(attempt * 50, 2_000),
  };
  const { tls, ...parts } = typeof redis === 'string' ? { tls: undefined } : redis;
  const connection =
    typeof redis === 'string'
      ? new Redis(redis, options)
      : new Redis({ ...defined(parts), ...(tls === undefined ? {} : { tls }), ...options });
  // Without a listener a lost connection would end the process. Waiting commands are sent after the reconnection.
  connection.on('error', () => undefined);
  return connection;
}

function defined<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;
}
