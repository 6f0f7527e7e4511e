// Calls Claude on Microsoft Foundry: `node scripts/run.mjs examples/foundry.ts`. The server of this example runs on this
// machine. Leave out `baseUrl()` to call Azure.
import { ClaudeModel, MessagesRequestBuilder } from 'clust';
import { FoundryClientBuilder } from 'clust/foundry';
import { startPlatformServer } from './support/platform-server.js';

const server = await startPlatformServer();

const client = FoundryClientBuilder.create()
  .resource('my-resource')
  .apiKey('a-key-of-the-resource')
  .baseUrl(`${server.url}/anthropic`)
  .build();

const request = MessagesRequestBuilder.create(ClaudeModel.Haiku4_5_20251001)
  .maxTokens(1024)
  .user('Where is the capital of France?')
  .build();
const message = await client.createMessage(request);
console.log(message.text);
server.stop();
