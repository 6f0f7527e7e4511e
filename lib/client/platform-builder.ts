import type { Lacks } from '../endpoints/platform/features.js';
import type { Timeouts } from '../transport/clocks.js';
import type { Credential } from '../transport/credential.js';
import type { CustomHeaders } from '../transport/custom-headers.js';
import type { Hooks, Logger } from '../transport/hooks.js';
import type { FetchFunction, HttpClient } from '../transport/http-client.js';
import type { Middleware } from '../transport/middleware.js';
import type { Overrides } from '../transport/override.js';
import type { Platform } from '../transport/platform.js';
import type { RetryOptions } from '../transport/retry.js';
import type { Version } from '../values/version.js';
import { baseUrlOf } from './base-url.js';
import { Client } from './client.js';
import { type ClientDraft, EMPTY_DRAFT, finish } from './client-draft.js';
import { type ClientOptions, withOptions } from './client-options.js';
import type { PlatformClient } from './platform-client.js';

/** The settings of a platform client so far; `Settings` are those of that platform only. */
export interface PlatformDraft<Settings> {
  readonly client: ClientDraft<Version>;
  readonly settings: Settings;
}

/** What a platform derives from its settings when a client is built. */
export interface PlatformParts {
  readonly platform: Platform;
  /** The base URL, unless `baseUrl()` sets another. */
  readonly url: string;
  readonly credential: Credential;
}

/** All defaults. */
export function emptyDraft<Settings>(settings: Settings): PlatformDraft<Settings> {
  return { client: EMPTY_DRAFT, settings };
}

/**
 * The methods that the builders of all platforms share. A builder is immutable: every method returns a new one.
 *
 * @example The same settings for the builder of any platform:
 * ```ts
 * import { type PlatformBuilder, VertexClientBuilder } from 'clust/vertex';
 *
 * const patient = <Builder extends PlatformBuilder>(builder: Builder): Builder =>
 *   builder.retry({ limit: 5 }).timeout({ total: 120_000 });
 *
 * const builder = patient(VertexClientBuilder.create()).project('my-project').region('global');
 * ```
 */
export abstract class PlatformBuilder<Settings extends object = object> {
  readonly #draft: PlatformDraft<Settings>;

  protected constructor(draft: PlatformDraft<Settings>) {
    this.#draft = Object.freeze(draft);
    Object.freeze(this);
  }

  /** Adds beta features to every call. */
  betas(...betas: string[]): this {
    return this.#options({ betas });
  }

  /** Calls another host: a gateway, a private endpoint, a test server. A path is kept. */
  baseUrl(url: string | URL): this {
    return this.#client({ baseUrl: baseUrlOf(url) });
  }

  /** Adds headers to every call. Headers of authentication and of versions are refused. */
  headers(headers: CustomHeaders): this {
    return this.#options({ headers });
  }

  /** Sets timeouts, in milliseconds: see `Timeouts`. Fields that are left out keep their values. */
  timeout(timeout: Overrides<Timeouts>): this {
    return this.#options({ timeout });
  }

  /** Sets which failed attempts are retried: see `RetryOptions`. Fields that are left out keep their values. */
  retry(retry: Overrides<RetryOptions>): this {
    return this.#options({ retry });
  }

  /** Uses another `fetch`. `init` is added to each call, for options that are not standard. */
  fetch(fetch: FetchFunction, init?: object): this {
    return this.#config({ fetch, fetchInit: init });
  }

  /** Uses your ky instance. */
  http(ky: HttpClient): this {
    return this.#config({ http: ky });
  }

  /** Logs one line for each event. No line shows a key, and only the level `debug` shows bodies. */
  logger(logger: Logger): this {
    return this.#options({ logger });
  }

  /** Observes requests, responses and retries. A hook replaces an earlier one of the same name. */
  hooks(hooks: Hooks): this {
    return this.#options({ hooks });
  }

  /**
   * Adds code around each attempt. It receives the request as it goes to the platform, and the answer in the form of
   * the Claude API.
   */
  use(middleware: Middleware): this {
    return this.#options({ middleware: [middleware] });
  }

  /** Permits the client in a web page, where every visitor can read its credential. */
  allowBrowser(): this {
    return this.#client({ isBrowserAllowed: true });
  }

  /** The settings of this platform so far. */
  protected get settings(): Settings {
    return this.#draft.settings;
  }

  /** The builder with these settings of this platform. The calling method declares in its return type what it sets. */
  protected set<Next extends PlatformBuilder<Settings>>(settings: Partial<Settings>): Next {
    return this.#copy({ ...this.#draft, settings: { ...this.#draft.settings, ...settings } });
  }

  /** The builder of a client with another version. */
  protected setVersion<Next extends PlatformBuilder<Settings>>(version: Version): Next {
    return this.#config({ version });
  }

  /** The client. Its type contains the version, and the features that the platform lacks. */
  protected client<V extends Version, Missing extends Lacks>({
    platform,
    url,
    credential,
  }: PlatformParts): PlatformClient<V, Missing> {
    const { client } = this.#draft;
    const draft = { ...client, baseUrl: client.baseUrl ?? baseUrlOf(url) };
    // The method that set the version declares it in its type. At run time a client is the same for all platforms; the
    // type hides features that the platform lacks, and the platform refuses them.
    const all = new Client({ ...finish(draft, credential), platform, version: client.config.version as V });
    return all as unknown as PlatformClient<V, Missing>;
  }

  #options(options: Omit<ClientOptions, 'version'>): this {
    return this.#config(withOptions(this.#draft.client.config, options));
  }

  #config<Next extends PlatformBuilder<Settings>>(changes: Partial<ClientDraft<Version>['config']>): Next {
    return this.#client({ config: { ...this.#draft.client.config, ...changes } });
  }

  #client<Next extends PlatformBuilder<Settings>>(changes: Partial<ClientDraft<Version>>): Next {
    return this.#copy({ ...this.#draft, client: { ...this.#draft.client, ...changes } });
  }

  /**
   * A builder of the same class. The caller provides its type parameters, which record the methods that were called.
   */
  #copy<Next extends PlatformBuilder<Settings>>(draft: PlatformDraft<Settings>): Next {
    const Builder = this.constructor as new (draft: PlatformDraft<Settings>) => Next;
    return new Builder(draft);
  }
}
