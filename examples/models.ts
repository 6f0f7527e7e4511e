// Lists the models of the account and counts the tokens of a request: `node scripts/run.mjs examples/models.ts`.
// It starts its own server, because the embedded server does not list models.
import { ClientBuilder, MessagesRequestBuilder, toModel } from 'clust';
import { startEndpointsServer } from './support/endpoints-server.js';

const client = ClientBuilder.create()
  .fromEnv()
  .baseUrl(await startEndpointsServer())
  .build();

// 1. List all active models. Further pages are fetched automatically.
for await (const { id, max_tokens } of client.models.list({ lifecycle: ['active'] })) {
  console.log(`${id} generates at most ${max_tokens} tokens`);
}

// 2. Create a request for a model that the API describes.
const model = toModel(await client.models.retrieve('claude-sonnet-5-5'));
const request = MessagesRequestBuilder.create(model)
  .maxTokens(1024)
  .user('Where is the capital of France?')
  .build();

// 3. Count the tokens of the request before it is sent.
const { input_tokens, fits } = await client.countTokens(request);
console.log(`${input_tokens} tokens: ${fits ? 'fits' : 'exceeds'} the context window of ${model.id}`);
