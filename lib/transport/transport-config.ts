import type { Timeouts } from './clocks.js';
import type { Credential } from './credential.js';
import type { Hooks, Logger } from './hooks.js';
import type { FetchFunction, HttpClient } from './http-client.js';
import type { Middleware } from './middleware.js';
import type { Platform } from './platform.js';
import type { RetryOptions } from './retry.js';

/** The clock and the random numbers; tests replace them. */
export interface Runtime {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Returns a number from 0 up to 1, 1 excluded. */
  readonly random: () => number;
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** The settings of a client that the transport uses. */
export interface TransportConfig {
  /** Without a slash at the end. A function is called for each call, since the environment may be set later. */
  readonly baseUrl: URL | (() => URL);
  readonly credential: Credential;
  readonly version: string;
  /** Set if the calls go to a platform other than the Claude API. */
  readonly platform?: Platform | undefined;
  readonly betas: readonly string[];
  /** Checked, with lower-case names. */
  readonly headers: readonly (readonly [string, string])[];
  readonly timeout: Timeouts;
  readonly retry: RetryOptions;
  readonly fetch?: FetchFunction | undefined;
  /** Fetch options beyond the standard: undici's `dispatcher`, Bun's `proxy`. */
  readonly fetchInit?: object | undefined;
  readonly http?: HttpClient | undefined;
  readonly logger?: Logger | undefined;
  readonly hooks: Hooks;
  readonly middleware: readonly Middleware[];
  /** Whether the calls come from a browser page. */
  readonly browser: boolean;
  readonly runtime: Runtime;
}
