import type { Lacks } from '../endpoints/platform-features.js';
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
  return { client: EMPTY_DRAFT, settings };
}

/**
 * The steps that the builders of all platforms share. A builder never changes: every step gives a new one.
 *
 * @example What holds for every platform, said once:
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
    return this.#client({ isBrowserAllowed: true });
  }

  /** The steps of this platform alone, as far as they were taken. */
  protected get settings(): Settings {
    return this.#draft.settings;
  }

  /** The builder after a step of this platform: the step says in its type what it sets. */
  protected set<Next extends PlatformBuilder<Settings>>(settings: Partial<Settings>): Next {
    return this.#copy({ ...this.#draft, settings: { ...this.#draft.settings, ...settings } });
  }

  /** The builder of a client of another version. */
  protected setVersion<Next extends PlatformBuilder<Settings>>(version: Version): Next {
    return this.#config({ version });
  }

  /** The client. The builder has its version in its type, and what its platform lacks. */
  protected client<V extends Version, Missing extends Lacks>({
    platform,
    url,
    credential,
  }: PlatformParts): PlatformClient<V, Missing> {
    const { client } = this.#draft;
    const draft = { ...client, baseUrl: client.baseUrl ?? baseUrlOf(url) };
    // The version was set by the step that has it in the type. A client is the same for all platforms: its type says
    // what a platform lacks, and the platform refuses it.
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

  /** A builder of the same class. Its type parameters, which say what steps were taken, are those of the caller. */
  #copy<Next extends PlatformBuilder<Settings>>(draft: PlatformDraft<Settings>): Next {
    const Builder = this.constructor as new (draft: PlatformDraft<Settings>) => Next;
    return new Builder(draft);
  }
}
