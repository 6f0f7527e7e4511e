import { Redis } from 'ioredis';
import type { RedisConnection } from './fleet-options.js';

/**
 * A connection that outlives a restart of Redis: it connects again, for as long as it takes, and what was asked meanwhile
 * is asked then.
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
  // Without a listener a lost connection would end the process; what waits for it is answered after the next one.
  connection.on('error', () => undefined);
  return connection;
}

function defined<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;
}
