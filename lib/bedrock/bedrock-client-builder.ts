import { bearerKey } from '../client/bearer.js';
import { emptyDraft, PlatformBuilder } from '../client/platform-builder.js';
import type { PlatformClient } from '../client/platform-client.js';
import { type Ready, taken } from '../client/platform-steps.js';
import type { Credential } from '../transport/credential.js';
import type { ApiKeyFunction } from '../transport/credential-function.js';
import type { ApiKey } from '../values/api-key.js';
import type { DefaultVersion, Version } from '../values/version.js';
import { type AwsCredentialFunction, type AwsCredentials, awsKeys } from './aws-credentials.js';
import { AwsClock, awsIdentity } from './aws-identity.js';
import type { MantleLacks, RuntimeLacks } from './lacks.js';
import { mantle } from './mantle.js';
import { type InferenceProfile, profileOf } from './model-ids.js';
import { runtime } from './runtime.js';

/** The endpoints of Amazon Bedrock that serve Claude. */
export type BedrockEndpoint = 'mantle' | 'runtime';

interface BedrockSettings {
  readonly endpoint: BedrockEndpoint;
  readonly region?: string;
  readonly profile?: InferenceProfile;
  readonly token?: Credential;
  readonly keys?: AwsCredentialFunction;
}

const NEEDED = {
  region: "build() needs a region: call region('us-east-1')",
  credential: 'build() needs a credential: call credentials() or apiKey()',
} as const;

type Step = keyof typeof NEEDED;

/** The features that an endpoint lacks. */
type LackedBy<Endpoint extends BedrockEndpoint> = Endpoint extends 'mantle' ? MantleLacks : RuntimeLacks;

/** A client of Claude on Amazon Bedrock: `Client` without the features that the endpoint lacks. */
export type BedrockClient<
  V extends Version = Version,
  Endpoint extends BedrockEndpoint = BedrockEndpoint,
> = PlatformClient<V, LackedBy<Endpoint>>;

declare const steps: unique symbol;

/**
 * Builds a client of Claude on Amazon Bedrock, step by step. A builder is immutable: every method returns a new one.
 *
 * The endpoint is the newer one, `bedrock-mantle.{region}.api.aws`, unless you call `endpoint('runtime')`.
 *
 * @example
 * ```ts
 * import { BedrockClientBuilder } from 'clust/bedrock';
 *
 * const client = BedrockClientBuilder.create()
 *   .region('us-east-1')
 *   .credentials({ accessKeyId: 'AKIA…', secretAccessKey: '…' })
 *   .build();
 * ```
 */
export class BedrockClientBuilder<
  V extends Version = DefaultVersion,
  Endpoint extends BedrockEndpoint = 'mantle',
  Done extends Step = never,
> extends PlatformBuilder<BedrockSettings> {
  /** Keeps the calls in the type. */
  declare readonly [steps]: (done: Done) => readonly [V, Endpoint, Done];

  /** A builder with all defaults. */
  static create(): BedrockClientBuilder {
    return new BedrockClientBuilder(emptyDraft({ endpoint: 'mantle' }));
  }

  /** The AWS region that requests are sent to and signed for, such as `us-east-1`. */
  region(region: string): BedrockClientBuilder<V, Endpoint, Done | 'region'> {
    return this.set({ region });
  }

  /**
   * Signs requests (Signature Version 4) with AWS keys, or with a function that returns them, such as a provider of the
   * AWS SDK (`fromNodeProviderChain()`). Keys are renewed before their `expiration`.
   */
  credentials(
    credentials: AwsCredentials | AwsCredentialFunction,
  ): BedrockClientBuilder<V, Endpoint, Done | 'credential'> {
    return this.set({ keys: awsKeys(credentials) });
  }

  /** Authenticates with a Bedrock API key, sent as a bearer token, or with a function that returns the key. */
  apiKey(key: ApiKey | string | ApiKeyFunction): BedrockClientBuilder<V, Endpoint, Done | 'credential'> {
    return this.set({ token: bearerKey(key) });
  }

  /**
   * The endpoint. `mantle` takes the requests of the Claude API and counts tokens; `runtime` is InvokeModel. Default:
   * `mantle`.
   */
  endpoint<Next extends BedrockEndpoint>(endpoint: Next): BedrockClientBuilder<V, Next, Done> {
    return this.set({ endpoint });
  }

  /**
   * Where the runtime endpoint may run requests: the prefix of the model id, as in `us.anthropic.claude-opus-5-5`.
   * Default: the area of the region. `global` is cheaper for Claude 4.5 and later models.
   */
  inferenceProfile(profile: InferenceProfile): BedrockClientBuilder<V, Endpoint, Done> {
    return this.set({ profile });
  }

  /**
   * The API version. It is part of the client's type: `createMessage` refuses a request that the version does not
   * support.
   */
  version<Next extends Version>(version: Next): BedrockClientBuilder<Next, Endpoint, Done> {
    return this.setVersion(version);
  }

  /**
   * Returns the client.
   *
   * @throws {ValidationError} Without a region or a credential.
   */
  build(
    this: Ready<BedrockClientBuilder<V, Endpoint, Done>, Done, typeof NEEDED>,
  ): BedrockClient<V, Endpoint>;
  build(): BedrockClient<V, Endpoint> {
    const { endpoint, profile, token, keys } = this.settings;
    const needed = taken(NEEDED);
    const region = needed('region', this.settings.region);
    const clock = new AwsClock();
    const isMantle = endpoint === 'mantle';
    const scope = { service: isMantle ? 'bedrock-mantle' : 'bedrock', region };
    return this.client<V, LackedBy<Endpoint>>({
      credential: token ?? awsIdentity(needed('credential', keys), scope, clock),
      platform: isMantle ? mantle(clock) : runtime(clock, profile ?? profileOf(region)),
      url: isMantle
        ? `https://bedrock-mantle.${region}.api.aws/anthropic`
        : `https://bedrock-runtime.${region}.amazonaws.com`,
    });
  }
}
