import { bearerToken } from '../client/bearer.js';
import { emptyDraft, PlatformBuilder } from '../client/platform-builder.js';
import type { PlatformClient } from '../client/platform-client.js';
import { type Ready, taken } from '../client/platform-steps.js';
import type { Credential } from '../transport/credential.js';
import type { ApiKeyFunction, AuthTokenFunction } from '../transport/credential-function.js';
import { apiKeyProvider } from '../transport/credential-provider.js';
import { ApiKey } from '../values/api-key.js';
import type { AuthToken } from '../values/auth-token.js';
import type { DefaultVersion, Version } from '../values/version.js';
import { foundry } from './foundry.js';
import type { FoundryLacks } from './lacks.js';

interface FoundrySettings {
  readonly resource?: string;
  readonly credential?: Credential;
  readonly isByKey?: boolean;
}

const NEEDED = {
  resource: "build() needs a resource: call resource('my-resource')",
  credential: 'build() needs a credential: call apiKey() or authToken()',
} as const;

type Step = keyof typeof NEEDED;

/** A client of Claude on Microsoft Foundry: `Client` without the features that the platform lacks. */
export type FoundryClient<V extends Version = Version> = PlatformClient<V, FoundryLacks>;

declare const steps: unique symbol;

/**
 * Builds a client of Claude on Microsoft Foundry, step by step. A builder is immutable: every method returns a new one.
 *
 * @example
 * ```ts
 * import { FoundryClientBuilder } from 'clust/foundry';
 *
 * const client = FoundryClientBuilder.create().resource('my-resource').apiKey('…').build();
 * ```
 *
 * @example With `@azure/identity`, which renews its tokens:
 * ```ts
 * import type { TokenCredential } from '@azure/core-auth';
 * import { FoundryClientBuilder } from 'clust/foundry';
 *
 * declare const credential: TokenCredential; // new DefaultAzureCredential()
 * const client = FoundryClientBuilder.create()
 *   .resource('my-resource')
 *   .authToken(() => credential.getToken('https://ai.azure.com/.default'))
 *   .build();
 * ```
 */
export class FoundryClientBuilder<
  V extends Version = DefaultVersion,
  Done extends Step = never,
> extends PlatformBuilder<FoundrySettings> {
  /** Keeps the calls in the type. */
  declare readonly [steps]: (done: Done) => readonly [V, Done];

  /** A builder with all defaults. */
  static create(): FoundryClientBuilder {
    return new FoundryClientBuilder(emptyDraft({}));
  }

  /** The name of the Foundry resource, which is part of its host: `https://{resource}.services.ai.azure.com`. */
  resource(name: string): FoundryClientBuilder<V, Done | 'resource'> {
    return this.set({ resource: name });
  }

  /** Authenticates with an API key of the resource, sent as `x-api-key`, or with a function that returns the key. */
  apiKey(key: ApiKey | string | ApiKeyFunction): FoundryClientBuilder<V, Done | 'credential'> {
    if (typeof key === 'function') return this.set({ credential: apiKeyProvider(key), isByKey: true });
    return this.set({ credential: typeof key === 'string' ? ApiKey.of(key) : key, isByKey: true });
  }

  /**
   * Authenticates with a token of Microsoft Entra ID, or with a function that returns it: see
   * `ClientBuilder.authToken()`. The scope is `https://ai.azure.com/.default`.
   */
  authToken(token: AuthToken | string | AuthTokenFunction): FoundryClientBuilder<V, Done | 'credential'> {
    return this.set({ credential: bearerToken(token), isByKey: false });
  }

  /**
   * The API version. It is part of the client's type: `createMessage` refuses a request that the version does not
   * support.
   */
  version<Next extends Version>(version: Next): FoundryClientBuilder<Next, Done> {
    return this.setVersion(version);
  }

  /**
   * Returns the client.
   *
   * @throws {ValidationError} Without a resource or a credential.
   */
  build(this: Ready<FoundryClientBuilder<V, Done>, Done, typeof NEEDED>): FoundryClient<V>;
  build(): FoundryClient<V> {
    const needed = taken(NEEDED);
    return this.client<V, FoundryLacks>({
      platform: foundry(this.settings.isByKey === true),
      url: `https://${needed('resource', this.settings.resource)}.services.ai.azure.com/anthropic`,
      credential: needed('credential', this.settings.credential),
    });
  }
}
