import type { Lacks } from '../endpoints/platform-features.js';
import type { Credential } from '../transport/credential.js';
import type { CustomHeaders } from '../transport/custom-headers.js';
import type { Hooks } from '../transport/hooks.js';
import type { FetchFunction, HttpClient } from '../transport/http-client.js';
import type { Logger } from '../transport/logger.js';
import type { Middleware } from '../transport/middleware.js';
import type { Overrides } from '../transport/override.js';
import type { Platform } from '../transport/platform.js';
import type { RetryOptions } from '../transport/retry-options.js';
import type { Timeouts } from '../transport/timeouts.js';
import type { Version } from '../values/version.js';
import { baseUrlOf } from './base-url.js';
import { Client } from './client.js';
import { type ClientDraft, EMPTY_DRAFT, finish } from './client-draft.js';
import { type ClientOptions, withOptions } from './client-options.js';
import type { PlatformClient } from './platform-client.js';

/** A client of a platform as far as it has been described; `Settings` are the steps of that platform alone. */
export interface PlatformDraft<Settings> {
  readonly client: ClientDraft<Version>;
  readonly settings: Settings;
}

/** What a platform makes of its settings when a client is built. */
export interface PlatformParts {
  readonly platform: Platform;
  /** Where it is, unless `baseUrl()` says another place. */
  readonly url: string;
  readonly credential: Credential;
}

/** A description with nothing but defaults. */
export function emptyDraft<Settings>(settings: Settings): PlatformDraft<Settings> {
  return Object.freeze({ client: EMPTY_DRAFT, settings });
}

/** The client of a platform. */
export function platformClient<V extends Version, Missing extends Lacks>(
  { client }: PlatformDraft<unknown>,
  { platform, url, credential }: PlatformParts,
): PlatformClient<V, Missing> {
  const draft = { ...client, baseUrl: client.baseUrl ?? baseUrlOf(url) };
  // The builder has its version in its type; the draft was made by the same steps. A client is the same for all
  // platforms: the type says what a platform lacks, and the platform refuses it.
  const all = new Client({ ...finish(draft, credential), platform, version: client.config.version as V });
  return all as unknown as PlatformClient<V, Missing>;
}

/**
 * The steps that the builders of all platforms share. A builder never changes: every step gives a new one.
 *
 * @internal
 */
export abstract class PlatformBuilder<Settings extends object> {
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
    const { client, ...draft } = this.#draft;
    return this.copy({ ...draft, client: { ...client, baseUrl: baseUrlOf(url) } });
  }

  /** Adds headers to every call; those of authentication and versions are refused. */
  headers(headers: CustomHeaders): this {
    return this.#options({ headers });
  }

  /** How long to wait, in milliseconds: see `Timeouts`. What is not given stays as it was. */
  timeout(timeout: Overrides<Timeouts>): this {
    return this.#options({ timeout });
  }

  /** When a failed attempt is made again: see `RetryOptions`. What is not given stays as it was. */
  retry(retry: Overrides<RetryOptions>): this {
    return this.#options({ retry });
  }

  /** Sends with another `fetch`; `init` is added to each call, for what is not standard. */
  fetch(fetch: FetchFunction, init?: object): this {
    return this.#config({ fetch, fetchInit: init });
  }

  /** Sends with a ky instance of your own. */
  http(ky: HttpClient): this {
    return this.#config({ http: ky });
  }

  /** Tells what happens, one line an event. No line shows a key; bodies are shown at `debug` only. */
  logger(logger: Logger): this {
    return this.#options({ logger });
  }

  /** Watches requests, responses and retries. A hook replaces an earlier one of its name. */
  hooks(hooks: Hooks): this {
    return this.#options({ hooks });
  }

  /** Adds code around each attempt. It sees the request as it goes to the platform, and the answer as the Claude API writes it. */
  use(middleware: Middleware): this {
    return this.#options({ middleware: [middleware] });
  }

  /** Lets the client run in the page of a browser, where every visitor can read its credential. */
  allowBrowser(): this {
    const { client, ...draft } = this.#draft;
    return this.copy({ ...draft, client: { ...client, isBrowserAllowed: true } });
  }

  /** A builder of the same class for another description. */
  protected abstract copy(draft: PlatformDraft<Settings>): this;

  /** What has been described so far. */
  protected described(): PlatformDraft<Settings> {
    return this.#draft;
  }

  /** The description with other settings, and with another version where one is given. */
  protected changed(settings: Partial<Settings>, version?: Version): PlatformDraft<Settings> {
    const { client, settings: before } = this.#draft;
    const config = version === undefined ? client.config : { ...client.config, version };
    // The version of a draft is a type parameter of the builder alone.
    const next = { ...client, config } as ClientDraft<Version>;
    return { client: next, settings: { ...before, ...settings } };
  }

  #options(options: Omit<ClientOptions, 'version'>): this {
    return this.#config(withOptions(this.#draft.client.config, options));
  }

  #config(changes: Partial<ClientDraft<Version>['config']>): this {
    const { client, ...draft } = this.#draft;
    return this.copy({ ...draft, client: { ...client, config: { ...client.config, ...changes } } });
  }
}
