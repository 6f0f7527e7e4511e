import { AwsClientBuilder, BedrockClientBuilder } from '../../lib/bedrock/index.js';
import type { Client } from '../../lib/client/client.js';
import type { PlatformBuilder } from '../../lib/client/platform-builder.js';
import { FoundryClientBuilder } from '../../lib/foundry/index.js';
import { VertexClientBuilder } from '../../lib/vertex/index.js';
import { KEYS } from './support.js';

/** A platform, its client builder with everything but an address, and its credentials. */
export interface PlatformCase {
  readonly name: string;
  /** Applies steps to the builder and builds the client. It is typed as a `Client` since it has the same calls. */
  readonly client: (steps: <Builder extends PlatformBuilder>(builder: Builder) => Builder) => Client;
  /** The parts of its credentials that must not be printed. */
  readonly secrets: readonly string[];
}

const signed = [KEYS.secretAccessKey, KEYS.sessionToken];
const asClient = (client: object) => client as Client;

export const platformCases: readonly PlatformCase[] = [
  {
    name: 'Bedrock, mantle',
    client: (steps) =>
      asClient(steps(BedrockClientBuilder.create().region('us-east-1').credentials(KEYS)).build()),
    secrets: signed,
  },
  {
    name: 'Bedrock, runtime',
    client: (steps) =>
      asClient(
        steps(
          BedrockClientBuilder.create().region('us-east-1').credentials(KEYS).endpoint('runtime'),
        ).build(),
      ),
    secrets: signed,
  },
  {
    name: 'Vertex AI',
    client: (steps) =>
      asClient(
        steps(
          VertexClientBuilder.create().project('p').region('global').authToken('ya29.a-secret-token'),
        ).build(),
      ),
    secrets: ['ya29.a-secret-token'],
  },
  {
    name: 'Foundry',
    client: (steps) =>
      asClient(steps(FoundryClientBuilder.create().resource('r').apiKey('a-secret-azure-key')).build()),
    secrets: ['a-secret-azure-key'],
  },
  {
    name: 'the Claude Platform on AWS',
    client: (steps) =>
      asClient(steps(AwsClientBuilder.create().region('us-east-1').workspace('w').credentials(KEYS)).build()),
    secrets: signed,
  },
];
