import { bearerToken } from '../client/bearer.js';
import {
  emptyDraft,
  PlatformBuilder,
  type PlatformDraft,
  platformClient,
} from '../client/platform-builder.js';
import type { PlatformClient } from '../client/platform-client.js';
import { type MissingSteps, missingStep } from '../client/platform-steps.js';
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

interface Sentences {
  readonly project: typeof PROJECT;
  readonly region: typeof REGION;
  readonly credential: typeof CREDENTIAL;
}

const PROJECT = "build() needs a project: call project('my-project')";
const REGION = "build() needs a region: call region('global')";
const CREDENTIAL = 'build() needs a credential: call authToken()';

type Step = keyof Sentences;

/** A client of Claude on Vertex AI: `Client`, without what the platform lacks. */
export type VertexClient<V extends Version = Version> = PlatformClient<V, VertexLacks>;

declare const steps: unique symbol;

/**
 * Describes a client of Claude on Vertex AI, step by step. A builder never changes: every step gives a new one.
 *
 * @example With `google-auth-library`, which renews its tokens:
 * ```ts
 * import { VertexClientBuilder } from 'clust/vertex';
 *
 * declare const auth: { getAccessToken(): Promise<string> }; // new GoogleAuth({ scopes: 'https://www.googleapis.com/auth/cloud-platform' })
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
  /** Keeps the steps in the type. */
  declare readonly [steps]: (done: Done) => readonly [V, Done];

  /** A builder with nothing but defaults. */
  static create(): VertexClientBuilder {
    return new VertexClientBuilder(emptyDraft({}));
  }

  /** The id of the Google Cloud project. */
  project(id: string): VertexClientBuilder<V, Done | 'project'> {
    return this.#next({ project: id });
  }

  /** The location: `global`, `us`, `eu`, or a region such as `europe-west1`, at a tenth more for models from 4.5 on. */
  region(region: string): VertexClientBuilder<V, Done | 'region'> {
    return this.#next({ region });
  }

  /**
   * Authenticates with an OAuth token of Google, or with a function that gives it: see `ClientBuilder.authToken()`. The
   * scope is `https://www.googleapis.com/auth/cloud-platform`.
   */
  authToken(token: AuthToken | string | AuthTokenFunction): VertexClientBuilder<V, Done | 'credential'> {
    return this.#next({ token: bearerToken(token) });
  }

  /** The API version. It is part of the client's type: `createMessage` refuses a request that it does not take. */
  version<Next extends Version>(version: Next): VertexClientBuilder<Next, Done> {
    return this.#next({}, version);
  }

  /**
   * The client.
   *
   * @throws {ValidationError} Without a project, a region or a token.
   */
  build(
    this: [MissingSteps<Done, Step, Sentences>] extends [never]
      ? VertexClientBuilder<V, Done>
      : MissingSteps<Done, Step, Sentences>,
  ): VertexClient<V>;
  build(): VertexClient<V> {
    const { project, region, token } = this.described().settings;
    const at = region ?? missingStep(REGION);
    return platformClient<V, VertexLacks>(this.described(), {
      platform: vertex(project ?? missingStep(PROJECT), at),
      url: vertexUrl(at),
      credential: token ?? missingStep(CREDENTIAL),
    });
  }

  protected override copy(draft: PlatformDraft<VertexSettings>): this {
    // The same steps were taken: only what all platforms share has changed.
    return new VertexClientBuilder(draft) as this;
  }

  #next<NextV extends Version, Next extends Step>(
    settings: Partial<VertexSettings>,
    version?: NextV,
  ): VertexClientBuilder<NextV, Next> {
    return new VertexClientBuilder(this.changed(settings, version));
  }
}
