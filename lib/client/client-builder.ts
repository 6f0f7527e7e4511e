import { ValidationError } from '../errors/validation-error.js';
import type { Timeouts } from '../transport/clocks.js';
import type { Credential } from '../transport/credential.js';
import type { ApiKeyFunction, AuthTokenFunction } from '../transport/credential-function.js';
import { apiKeyProvider, authTokenProvider } from '../transport/credential-provider.js';
import type { CustomHeaders } from '../transport/custom-headers.js';
import type { Hooks, Logger } from '../transport/hooks.js';
import type { FetchFunction, HttpClient } from '../transport/http-client.js';
import type { Middleware } from '../transport/middleware.js';
import type { Overrides } from '../transport/override.js';
import type { RetryOptions } from '../transport/retry.js';
import type { ApiKey } from '../values/api-key.js';
import { AuthToken } from '../values/auth-token.js';
import { reveal } from '../values/secret.js';
import type { defaultVersion, Version } from '../values/version.js';
import { baseUrlOf } from './base-url.js';
import { Client } from './client.js';
import { type ClientDraft, EMPTY_DRAFT, finish } from './client-draft.js';
import { type ClientOptions, withOptions } from './client-options.js';
import { readEnvironment } from './environment.js';
import {
  type CredentialRefusal,
  type CredentialSource,
  type Credentials,
  oneCredential,
} from './one-credential.js';

declare const credentials: unique symbol;

interface BuilderDraft<V extends Version> extends ClientDraft<V> {
  readonly credentials: Credentials;
  /** Used if `baseUrl()` is not called, in whatever order the methods are called. */
  readonly environmentBaseUrl?: URL | undefined;
}

/**
 * Builds a client, step by step. A builder is immutable: every method returns a new one, so an unfinished builder can
 * be shared.
 *
 * The compiler refuses `build()` unless there is exactly one credential.
 *
 * @example
 * ```ts
 * import { ApiKey, ClientBuilder, Version } from 'clust';
 *
 * const client = ClientBuilder.create()
 *   .apiKey(ApiKey.of('sk-ant-api03-…'))
 *   .version(Version.V2023_06_01)
 *   .timeout({ total: 60_000 })
 *   .retry({ limit: 4 })
 *   .build();
 * ```
 */
export class ClientBuilder<
  V extends Version = typeof defaultVersion,
  Source extends CredentialSource = never,
> {
  /**
   * Keeps the sources in the type, so that a builder without a credential is not assignable to one with a credential.
   */
  declare readonly [credentials]: (source: Source) => Source;
  readonly #draft: BuilderDraft<V>;

  private constructor(draft: BuilderDraft<V>) {
    this.#draft = Object.freeze(draft);
    Object.freeze(this);
  }

  /** A builder with all defaults. */
  static create(): ClientBuilder {
    return new ClientBuilder({ ...EMPTY_DRAFT, credentials: {} });
  }

  /**
   * Authenticates with an API key, sent as `x-api-key`, or with a function that returns the key when it is needed, such
   * as from a vault: see `authToken()`.
   */
  apiKey(key: ApiKey | ApiKeyFunction): ClientBuilder<V, Source | 'apiKey'> {
    return this.#credential('apiKey', typeof key === 'function' ? apiKeyProvider(key) : key);
  }

  /**
   * Authenticates with a token, sent as `authorization: Bearer`, or with a function that returns the token when it is
   * needed.
   *
   * clust keeps the token until `expiresAt`. It renews the token in the background from two minutes before that time,
   * and calls wait for the new one from 30 seconds before. Concurrent calls share one renewal. When the API refuses a
   * token (401), clust calls the function with `refresh: true` and sends the call once more. It asks again for a token
   * without `expiresAt` after a minute.
   *
   * A call rejects with a `CredentialError`, and sends nothing, when the function throws, takes longer than a minute,
   * or returns no token or an expired one.
   *
   * @example
   * ```ts
   * import { ClientBuilder } from 'clust';
   *
   * interface TokenAnswer {
   *   readonly access_token: string;
   *   readonly expires_in: number;
   * }
   *
   * const client = ClientBuilder.create()
   *   .authToken(async ({ refresh, signal }) => {
   *     const answer = await fetch(`https://tokens.example/claude?fresh=${refresh}`, { signal });
   *     const { access_token, expires_in } = (await answer.json()) as TokenAnswer;
   *     return { token: access_token, expiresAt: new Date(Date.now() + expires_in * 1000) };
   *   })
   *   .build();
   * ```
   */
  authToken(token: AuthToken | string | AuthTokenFunction): ClientBuilder<V, Source | 'authToken'> {
    if (typeof token === 'function') return this.#credential('authToken', authTokenProvider(token));
    return this.#credential('authToken', typeof token === 'string' ? AuthToken.of(token) : token);
  }

  /**
   * Authenticates with `ANTHROPIC_API_KEY`, or with `ANTHROPIC_AUTH_TOKEN` if that is not set, and calls
   * `ANTHROPIC_BASE_URL` if it is set and `baseUrl()` is not called. White space around the values is removed; an empty
   * value counts as not set.
   *
   * @throws {ValidationError} When neither is set.
   */
  fromEnv(): ClientBuilder<V, Source | 'fromEnv'> {
    const { credential, baseUrl } = readEnvironment();
    return this.#credential('fromEnv', credential, baseUrl);
  }

  /**
   * The API version, sent as `anthropic-version`. It is part of the client's type: `createMessage` refuses a request
   * that this version does not support. Default: `Version.V2026_10_21`.
   */
  version<Next extends Version>(version: Next): ClientBuilder<Next, Source> {
    const { config, ...draft } = this.#draft;
    return new ClientBuilder({ ...draft, config: { ...config, version } });
  }

  /** Adds beta features to every call, sent as `anthropic-beta`. */
  betas(...betas: string[]): ClientBuilder<V, Source> {
    return this.#options({ betas });
  }

  /**
   * Calls another host: a gateway, a proxy, a test server. A path is kept; a `/v1` at its end is removed, because the
   * paths of the API begin with it. Default: `https://api.anthropic.com`.
   *
   * @throws {ValidationError} If it is not an HTTP URL.
   */
  baseUrl(url: string | URL): ClientBuilder<V, Source> {
    return new ClientBuilder({ ...this.#draft, baseUrl: baseUrlOf(url) });
  }

  /**
   * Adds headers to every call. `x-api-key`, `authorization` and `anthropic-version` are refused, because they have
   * their own methods; `anthropic-beta` adds to the betas.
   *
   * @throws {ValidationError} For a header that cannot be sent, such as a value with a line break.
   */
  headers(headers: CustomHeaders): ClientBuilder<V, Source> {
    return this.#options({ headers });
  }

  /** Sets timeouts, in milliseconds: see `Timeouts`. Fields that are left out keep their values. */
  timeout(timeout: Overrides<Timeouts>): ClientBuilder<V, Source> {
    return this.#options({ timeout });
  }

  /** Sets which failed attempts are retried: see `RetryOptions`. Fields that are left out keep their values. */
  retry(retry: Overrides<RetryOptions>): ClientBuilder<V, Source> {
    return this.#options({ retry });
  }

  /**
   * Uses another `fetch`, such as one that goes through a proxy, the one of the undici package, or one that records.
   * clust calls it as `fetch(url, init)`. The second parameter is added to the `init` of each call: `dispatcher`,
   * `credentials`, `cache` and others. clust sets `method`, `headers`, `body`, `signal` and `redirect` itself.
   *
   * @example
   * ```ts
   * import { ClientBuilder } from 'clust';
   *
   * declare const dispatcher: object; // new Agent({ headersTimeout: 600_000 }), of undici
   * const client = ClientBuilder.create().fromEnv().fetch(fetch, { dispatcher }).build();
   * ```
   */
  fetch(fetch: FetchFunction, init?: object): ClientBuilder<V, Source> {
    return this.#transport({ fetch, fetchInit: init });
  }

  /**
   * Uses your ky instance, with its hooks and its fetch. Its retries, timeout, prefix and redirects have no effect,
   * because clust has its own. Uploads bypass it, because ky keeps a copy of every body in memory.
   *
   * @throws {ValidationError} If it is not a ky instance.
   */
  http(ky: HttpClient): ClientBuilder<V, Source> {
    if (typeof Object(ky).extend !== 'function') {
      const message = 'http() takes a ky instance, such as ky.create({ hooks }); a function goes to fetch()';
      throw new ValidationError([{ path: 'http', rule: 'http', message }]);
    }
    return this.#transport({ http: ky });
  }

  /** Logs one line for each event. No line shows a key, and only the level `debug` shows bodies. */
  logger(logger: Logger): ClientBuilder<V, Source> {
    return this.#options({ logger });
  }

  /** Observes requests, responses and retries. A hook replaces an earlier one of the same name. */
  hooks(hooks: Hooks): ClientBuilder<V, Source> {
    return this.#options({ hooks });
  }

  /** Adds code around each attempt: tracing, caching, another authorization. The first one added is the outermost. */
  use(middleware: Middleware): ClientBuilder<V, Source> {
    return this.#options({ middleware: [middleware] });
  }

  /**
   * Permits the client in a web page, where every visitor can read its key. Use it only for keys that belong to the
   * visitor.
   */
  allowBrowser(): ClientBuilder<V, Source> {
    return new ClientBuilder({ ...this.#draft, isBrowserAllowed: true });
  }

  /**
   * Returns the client.
   *
   * @throws {ValidationError} Unless there is exactly one credential, and in a browser without `allowBrowser()`.
   */
  build(
    this: [CredentialRefusal<Source>] extends [never] ? ClientBuilder<V, Source> : CredentialRefusal<Source>,
  ): Client<V>;
  build(): Client<V> {
    const { credentials, baseUrl, environmentBaseUrl, ...draft } = this.#draft;
    return new Client(
      finish({ ...draft, baseUrl: baseUrl ?? environmentBaseUrl }, oneCredential(credentials)),
    );
  }

  #credential<Added extends CredentialSource>(
    source: Added,
    credential: Credential,
    environmentBaseUrl = this.#draft.environmentBaseUrl,
  ): ClientBuilder<V, Source | Added> {
    // A key that `ApiKey.of()` did not create is refused here, not at the first call.
    if (credential.kind !== 'Provider') reveal(credential);
    const credentials = { ...this.#draft.credentials, [source]: credential };
    return new ClientBuilder({ ...this.#draft, credentials, environmentBaseUrl });
  }

  #options(options: Omit<ClientOptions, 'version'>): ClientBuilder<V, Source> {
    return this.#transport(withOptions(this.#draft.config, options));
  }

  #transport(changes: Partial<BuilderDraft<V>['config']>): ClientBuilder<V, Source> {
    return new ClientBuilder({ ...this.#draft, config: { ...this.#draft.config, ...changes } });
  }
}
