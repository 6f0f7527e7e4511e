import { type Timeouts, timeoutsOf } from '../transport/clocks.js';
import { type CustomHeaders, customHeaders } from '../transport/custom-headers.js';
import type { Hooks, Logger } from '../transport/hooks.js';
import type { Middleware } from '../transport/middleware.js';
import { type Overrides, override } from '../transport/override.js';
import { type RetryOptions, retryOptionsOf } from '../transport/retry.js';
import type { TransportConfig } from '../transport/transport-config.js';
import type { Version } from '../values/version.js';

/** The options of a client that `with()` can change. */
export interface ClientOptions<V extends Version = Version> {
  /** The API version. It decides which requests the client accepts. */
  readonly version?: V | undefined;
  /** Added to the client's betas. */
  readonly betas?: readonly string[] | undefined;
  /** Added to the client's headers; they replace those of the same name. */
  readonly headers?: CustomHeaders | undefined;
  readonly timeout?: Overrides<Timeouts> | undefined;
  readonly retry?: Overrides<RetryOptions> | undefined;
  readonly logger?: Logger | undefined;
  readonly hooks?: Hooks | undefined;
  /** Added inside the client's middleware. */
  readonly middleware?: readonly Middleware[] | undefined;
}

/** A transport config whose version is part of its type. */
export interface ClientConfig<V extends Version> extends TransportConfig {
  readonly version: V;
}

/** The fields of a config that options change. */
type Optional = Pick<
  ClientConfig<Version>,
  'betas' | 'headers' | 'timeout' | 'retry' | 'logger' | 'hooks' | 'middleware'
>;

/** @throws {ValidationError} For an invalid option. */
export function withOptions<Config extends Optional>(
  config: Config,
  {
    betas = [],
    headers = {},
    timeout,
    retry,
    logger,
    hooks,
    middleware = [],
  }: Omit<ClientOptions, 'version'>,
): Config {
  return {
    ...config,
    betas: [...config.betas, ...betas],
    headers: [...config.headers, ...customHeaders(headers)],
    timeout: timeoutsOf(timeout, config.timeout),
    retry: retryOptionsOf(retry, config.retry),
    logger: logger ?? config.logger,
    hooks: override(config.hooks, hooks),
    middleware: [...config.middleware, ...middleware],
  };
}
