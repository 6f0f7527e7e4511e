// The public exports of `clust/bedrock`: Claude on Amazon Bedrock, and the Claude Platform on AWS.

export { PlatformBuilder } from '../client/platform-builder.js';
export { type AwsClient, AwsClientBuilder } from './aws-client-builder.js';
export type { AwsCredentialFunction, AwsCredentialRequest, AwsCredentials } from './aws-credentials.js';
export { type BedrockClient, BedrockClientBuilder, type BedrockEndpoint } from './bedrock-client-builder.js';
export type { AwsLacks, MantleLacks, RuntimeLacks } from './lacks.js';
export type { InferenceProfile } from './model-ids.js';
