// Lists the models of the account and counts the tokens of a request: `node scripts/run.mjs examples/models.ts`.
// It talks to a server of its own, since the embedded one knows no models.
import { ClientBuilder, MessagesRequestBuilder, toModel } from 'clust';
import { startEndpointsServer } from './support/endpoints-server.js';

const client = ClientBuilder.create()
  .fromEnv()
  .baseUrl(await startEndpointsServer())
  .build();

// 1. All models, page by page.
for await (const { id, max_tokens } of client.models.list({ lifecycle: ['active'] })) {
  console.log(`${id} generates at most ${max_tokens} tokens`);
}

// 2. A model as the API describes it, for a builder.
const model = toModel(await client.models.retrieve('claude-sonnet-5-5'));
const request = MessagesRequestBuilder.create(model)
  .maxTokens(1024)
  .user('Where is the capital of France?')
  .build();

// 3. How long the request is, before it is sent.
const { input_tokens, fits } = await client.countTokens(request);
console.log(`${input_tokens} tokens, ${fits ? 'within' : 'beyond'} the window of ${model.id}`);
