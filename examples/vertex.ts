// Calls Claude on Vertex AI: `node scripts/run.mjs examples/vertex.ts`. The server of this example runs on this machine.
// Leave out `baseUrl()` to call Google Cloud.
import { ClaudeModel, MessagesRequestBuilder } from 'clust';
import { VertexClientBuilder } from 'clust/vertex';
import { startPlatformServer } from './support/platform-server.js';

const server = await startPlatformServer();

const client = VertexClientBuilder.create()
  .project('my-project')
  .region('global')
  // With google-auth-library: () => auth.getAccessToken()
  .authToken(async () => ({ token: 'ya29.a-token', expiresAt: new Date(Date.now() + 3_600_000) }))
  .baseUrl(server.url)
  .build();

const request = MessagesRequestBuilder.create(ClaudeModel.Haiku4_5)
  .maxTokens(1024)
  .user('Where is the capital of France?')
  .build();
const message = await client.createMessage(request);
console.log(message.text);
server.stop();
