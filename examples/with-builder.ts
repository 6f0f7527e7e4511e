// Creates a message with the builder, which the compiler checks: `node scripts/run.mjs examples/with-builder.ts`.
import { ClaudeModel, Client, MessagesRequestBuilder } from 'clust';

const client = Client.fromEnv();

// A preset. Builders are immutable, so several requests can share it.
const assistant = MessagesRequestBuilder.create(ClaudeModel.Sonnet5_5)
  .maxTokens(1024)
  .system('You are an excellent AI assistant.');

const request = assistant.user('Where is the capital of France?').build();

console.log('The request is plain JSON, and is sent unchanged as the body:\n');
console.log(JSON.stringify(request, null, 2));

const message = await client.createMessage(request);

console.log('\nThe answer:\n');
console.log(message.text);
