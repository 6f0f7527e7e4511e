import { bearerKey } from '../client/bearer.js';
import {
  emptyDraft,
  PlatformBuilder,
  type PlatformDraft,
  platformClient,
} from '../client/platform-builder.js';
import type { PlatformClient } from '../client/platform-client.js';
import { type MissingSteps, missingStep } from '../client/platform-steps.js';
import type { Credential } from '../transport/credential.js';
import type { ApiKeyFunction } from '../transport/credential-function.js';
import type { ApiKey } from '../values/api-key.js';
import type { DefaultVersion, Version } from '../values/version.js';
import { type AwsCredentialFunction, type AwsCredentials, awsKeys } from './aws-credentials.js';
import { AwsClock, awsIdentity } from './aws-identity.js';
import { claudeOnAws } from './claude-on-aws.js';
import type { AwsLacks } from './lacks.js';

interface AwsSettings {
  readonly region?: string;
  readonly workspace?: string;
  readonly token?: Credential;
  readonly keys?: AwsCredentialFunction;
}

interface Sentences {
  readonly region: typeof REGION;
  readonly workspace: typeof WORKSPACE;
  readonly credential: typeof CREDENTIAL;
}

const REGION = "build() needs a region: call region('us-east-1')";
const WORKSPACE = "build() needs a workspace: call workspace('wrkspc_…')";
const CREDENTIAL = 'build() needs a credential: call credentials() or apiKey()';

type Step = keyof Sentences;

/** A client of the Claude Platform on AWS: `Client`, without what the platform lacks. */
export type AwsClient<V extends Version = Version> = PlatformClient<V, AwsLacks>;

declare const steps: unique symbol;

/**
 * Describes a client of the Claude Platform on AWS, step by step: the Claude API, whole, with the authentication of AWS.
 * A builder never changes: every step gives a new one.
 *
 * @example
 * ```ts
 * import { AwsClientBuilder } from 'clust/bedrock';
 *
 * const client = AwsClientBuilder.create()
 *   .region('us-east-1')
 *   .workspace('wrkspc_01AbC')
 *   .credentials({ accessKeyId: 'AKIA…', secretAccessKey: '…' })
 *   .build();
 * ```
 */
export class AwsClientBuilder<
  V extends Version = DefaultVersion,
  Done extends Step = never,
> extends PlatformBuilder<AwsSettings> {
  /** Keeps the steps in the type. */
  declare readonly [steps]: (done: Done) => readonly [V, Done];

  /** A builder with nothing but defaults. */
  static create(): AwsClientBuilder {
    return new AwsClientBuilder(emptyDraft({}));
  }

  /** The AWS region that requests are sent to, and signed for: `us-east-1`. */
  region(region: string): AwsClientBuilder<V, Done | 'region'> {
    return this.#next({ region });
  }

  /** The workspace that requests belong to, sent as `anthropic-workspace-id`. */
  workspace(id: string): AwsClientBuilder<V, Done | 'workspace'> {
    return this.#next({ workspace: id });
  }

  /** Signs requests with keys of AWS, or with those that a function gives: see `BedrockClientBuilder.credentials()`. */
  credentials(credentials: AwsCredentials | AwsCredentialFunction): AwsClientBuilder<V, Done | 'credential'> {
    return this.#next({ keys: awsKeys(credentials) });
  }

  /** Authenticates with an API key of the platform, or with a function that gives one: it is sent as a bearer token. */
  apiKey(key: ApiKey | string | ApiKeyFunction): AwsClientBuilder<V, Done | 'credential'> {
    return this.#next({ token: bearerKey(key) });
  }

  /** The API version. It is part of the client's type: `createMessage` refuses a request that it does not take. */
  version<Next extends Version>(version: Next): AwsClientBuilder<Next, Done> {
    return this.#next({}, version);
  }

  /**
   * The client.
   *
   * @throws {ValidationError} Without a region, a workspace or a credential.
   */
  build(
    this: [MissingSteps<Done, Step, Sentences>] extends [never]
      ? AwsClientBuilder<V, Done>
      : MissingSteps<Done, Step, Sentences>,
  ): AwsClient<V>;
  build(): AwsClient<V> {
    const { region, workspace, token, keys } = this.described().settings;
    const at = region ?? missingStep(REGION);
    const clock = new AwsClock();
    const scope = { service: 'aws-external-anthropic', region: at };
    return platformClient<V, AwsLacks>(this.described(), {
      platform: claudeOnAws(clock, workspace ?? missingStep(WORKSPACE)),
      url: `https://aws-external-anthropic.${at}.api.aws`,
      credential: token ?? awsIdentity(keys ?? missingStep(CREDENTIAL), scope, clock),
    });
  }

  protected override copy(draft: PlatformDraft<AwsSettings>): this {
    // The same steps were taken: only what all platforms share has changed.
    return new AwsClientBuilder(draft) as this;
  }

  #next<NextV extends Version, Next extends Step>(
    settings: Partial<AwsSettings>,
    version?: NextV,
  ): AwsClientBuilder<NextV, Next> {
    return new AwsClientBuilder(this.changed(settings, version));
  }
}
