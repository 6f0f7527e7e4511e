import type { Call } from '../../lib/transport/call.js';
import { DEFAULT_TIMEOUTS } from '../../lib/transport/clocks.js';
import { execute, type ReadAnswer } from '../../lib/transport/execute.js';
import { readJson } from '../../lib/transport/read-json.js';
import { DEFAULT_RETRY } from '../../lib/transport/retry.js';
import type { TransportConfig } from '../../lib/transport/transport-config.js';
import { ApiKey } from '../../lib/values/api-key.js';

export const KEY = 'sk-ant-api03-a-secret-of-the-tests';

/** A config for a test server, without waits between attempts and without randomness. */
export function configFor(url: string, changes: Partial<TransportConfig> = {}): TransportConfig {
  return {
    baseUrl: new URL(url),
    credential: ApiKey.of(KEY),
    version: '2026-10-21',
    betas: [],
    headers: [],
    timeout: DEFAULT_TIMEOUTS,
    retry: DEFAULT_RETRY,
    hooks: {},
    middleware: [],
    browser: false,
    runtime: { now: Date.now, random: () => 1, sleep: async () => undefined },
    ...changes,
  };
}

const post: Call = { method: 'POST', path: '/v1/messages', json: { prompt: 'a private question' } };

/** Posts a request and reads its JSON answer. */
export function send(config: TransportConfig, call: Partial<Call> = {}): Promise<Record<string, unknown>> {
  return execute({ ...post, ...call }, config, readJson);
}

/** Posts a request and reads its response with the given function. */
export function sendAndRead<Result>(config: TransportConfig, read: ReadAnswer<Result>): Promise<Result> {
  return execute(post, config, read);
}

/** The error that a promise rejects with. Fails the test if it does not reject. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('expected a failure');
}
