import { bearerToken } from '../client/bearer.js';
import { emptyDraft, PlatformBuilder } from '../client/platform-builder.js';
import type { PlatformClient } from '../client/platform-client.js';
import { type Ready, taken } from '../client/platform-steps.js';
import type { Credential } from '../transport/credential.js';
import type { AuthTokenFunction } from '../transport/credential-function.js';
import type { AuthToken } from '../values/auth-token.js';
import type { DefaultVersion, Version } from '../values/version.js';
import type { VertexLacks } from './lacks.js';
import { vertex, vertexUrl } from './vertex.js';

interface VertexSettings {
  readonly project?: string;
  readonly region?: string;
  readonly token?: Credential;
}

const NEEDED = {
  project: "build() needs a project: call project('my-project')",
  region: "build() needs a region: call region('global')",
  credential: 'build() needs a credential: call authToken()',
} as const;

type Step = keyof typeof NEEDED;

/** A client of Claude on Vertex AI: `Client` without the features that the platform lacks. */
export type VertexClient<V extends Version = Version> = PlatformClient<V, VertexLacks>;

declare const steps: unique symbol;

/**
 * Builds a client of Claude on Vertex AI, step by step. A builder is immutable: every method returns a new one.
 *
 * @example With `google-auth-library`, which renews its tokens:
 * ```ts
 * import { VertexClientBuilder } from 'clust/vertex';
 * import { GoogleAuth } from 'google-auth-library';
 *
 * const auth = new GoogleAuth({ scopes: 'https://www.googleapis.com/auth/cloud-platform' });
 * const client = VertexClientBuilder.create()
 *   .project('my-project')
 *   .region('global')
 *   .authToken(() => auth.getAccessToken())
 *   .build();
 * ```
 */
export class VertexClientBuilder<
  V extends Version = DefaultVersion,
  Done extends Step = never,
> extends PlatformBuilder<VertexSettings> {
  /** Keeps the calls in the type. */
  declare readonly [steps]: (done: Done) => readonly [V, Done];

  /** A builder with all defaults. */
  static create(): VertexClientBuilder {
    return new VertexClientBuilder(emptyDraft({}));
  }

  /** The id of the Google Cloud project. */
  project(id: string): VertexClientBuilder<V, Done | 'project'> {
    return this.set({ project: id });
  }

  /**
   * The location: `global`, `us`, `eu`, or a region such as `europe-west1`. Regions cost a tenth more for Claude 4.5
   * and later models.
   */
  region(region: string): VertexClientBuilder<V, Done | 'region'> {
    return this.set({ region });
  }

  /**
   * Authenticates with a Google OAuth token, or with a function that returns it: see `ClientBuilder.authToken()`. The
   * scope is `https://www.googleapis.com/auth/cloud-platform`.
   */
  authToken(token: AuthToken | string | AuthTokenFunction): VertexClientBuilder<V, Done | 'credential'> {
    return this.set({ token: bearerToken(token) });
  }

  /**
   * The API version. It is part of the client's type: `createMessage` refuses a request that the version does not
   * support.
   */
  version<Next extends Version>(version: Next): VertexClientBuilder<Next, Done> {
    return this.setVersion(version);
  }

  /**
   * Returns the client.
   *
   * @throws {ValidationError} Without a project, a region or a token.
   */
  build(this: Ready<VertexClientBuilder<V, Done>, Done, typeof NEEDED>): VertexClient<V>;
  build(): VertexClient<V> {
    const needed = taken(NEEDED);
    const project = needed('project', this.settings.project);
    const region = needed('region', this.settings.region);
    return this.client<V, VertexLacks>({
      platform: vertex(project, region),
      url: vertexUrl(region),
      credential: needed('credential', this.settings.token),
    });
  }
}
