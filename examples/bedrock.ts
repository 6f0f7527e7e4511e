// Calls Claude on both endpoints of Amazon Bedrock, and on the Claude Platform on AWS: `node scripts/run.mjs
// examples/bedrock.ts`. The server of this example runs on this machine. Leave out `baseUrl()` to call AWS.
import { ClaudeModel, MessagesRequestBuilder } from 'clust';
import { AwsClientBuilder, BedrockClientBuilder } from 'clust/bedrock';
import { startPlatformServer } from './support/platform-server.js';

const server = await startPlatformServer();

const request = MessagesRequestBuilder.create(ClaudeModel.Haiku4_5)
  .maxTokens(1024)
  .user('Where is the capital of France?')
  .build();

// In production, use a provider of the AWS SDK, such as fromNodeProviderChain() of @aws-sdk/credential-providers.
const credentials = async () => ({
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'a-secret-access-key',
  sessionToken: 'a-session-token',
  expiration: new Date(Date.now() + 3_600_000),
});

const bedrock = BedrockClientBuilder.create()
  .region('us-east-1')
  .credentials(credentials)
  .baseUrl(server.url);
const aws = AwsClientBuilder.create().region('us-east-1').workspace('wrkspc_01AbC').baseUrl(server.url);

for (const client of [
  bedrock.build(),
  bedrock.endpoint('runtime').build(),
  aws.credentials(credentials).build(),
]) {
  const message = await client.createMessage(request);
  console.log(message.text);
}
server.stop();
