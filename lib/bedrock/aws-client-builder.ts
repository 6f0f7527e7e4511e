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
import { claudeOnAws } from './claude-on-aws.js';
import type { AwsLacks } from './lacks.js';

interface AwsSettings {
  readonly region?: string;
  readonly workspace?: string;
  readonly token?: Credential;
  readonly keys?: AwsCredentialFunction;
}

const NEEDED_ON_AWS = {
  region: "build() needs a region: call region('us-east-1')",
  workspace: "build() needs a workspace: call workspace('wrkspc_…')",
  credential: 'build() needs a credential: call credentials() or apiKey()',
} as const;

type AwsStep = keyof typeof NEEDED_ON_AWS;

/** A client of the Claude Platform on AWS: `Client` without the features that the platform lacks. */
export type AwsClient<V extends Version = Version> = PlatformClient<V, AwsLacks>;

declare const steps: unique symbol;

/**
 * Builds a client of the Claude Platform on AWS, step by step: the full Claude API, with the authentication of AWS. A
 * builder is immutable: every method returns a new one.
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
  Done extends AwsStep = never,
> extends PlatformBuilder<AwsSettings> {
  /** Keeps the calls in the type. */
  declare readonly [steps]: (done: Done) => readonly [V, Done];

  /** A builder with all defaults. */
  static create(): AwsClientBuilder {
    return new AwsClientBuilder(emptyDraft({}));
  }

  /** The AWS region that requests are sent to and signed for, such as `us-east-1`. */
  region(region: string): AwsClientBuilder<V, Done | 'region'> {
    return this.set({ region });
  }

  /** The workspace that requests belong to, sent as `anthropic-workspace-id`. */
  workspace(id: string): AwsClientBuilder<V, Done | 'workspace'> {
    return this.set({ workspace: id });
  }

  /** Signs requests with AWS keys, or with a function that returns them: see `BedrockClientBuilder.credentials()`. */
  credentials(credentials: AwsCredentials | AwsCredentialFunction): AwsClientBuilder<V, Done | 'credential'> {
    return this.set({ keys: awsKeys(credentials) });
  }

  /** Authenticates with an API key of the platform, sent as a bearer token, or with a function that returns the key. */
  apiKey(key: ApiKey | string | ApiKeyFunction): AwsClientBuilder<V, Done | 'credential'> {
    return this.set({ token: bearerKey(key) });
  }

  /**
   * The API version. It is part of the client's type: `createMessage` refuses a request that the version does not
   * support.
   */
  version<Next extends Version>(version: Next): AwsClientBuilder<Next, Done> {
    return this.setVersion(version);
  }

  /**
   * Returns the client.
   *
   * @throws {ValidationError} Without a region, a workspace or a credential.
   */
  build(this: Ready<AwsClientBuilder<V, Done>, Done, typeof NEEDED_ON_AWS>): AwsClient<V>;
  build(): AwsClient<V> {
    const { token, keys } = this.settings;
    const needed = taken(NEEDED_ON_AWS);
    const region = needed('region', this.settings.region);
    const workspace = needed('workspace', this.settings.workspace);
    const clock = new AwsClock();
    const scope = { service: 'aws-external-anthropic', region };
    return this.client<V, AwsLacks>({
      platform: claudeOnAws(clock, workspace),
      url: `https://aws-external-anthropic.${region}.api.aws`,
      credential: token ?? awsIdentity(needed('credential', keys), scope, clock),
    });
  }
}
