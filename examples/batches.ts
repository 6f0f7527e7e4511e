// Sends a batch, waits for it, and reads its results: `node scripts/run.mjs examples/batches.ts`.
// It starts its own server, because the embedded server does not support batches.
import { BatchBuilder, ClientBuilder, MessagesRequestBuilder } from 'clust';
import { startEndpointsServer } from './support/endpoints-server.js';

const client = ClientBuilder.create()
  .fromEnv()
  .baseUrl(await startEndpointsServer())
  .build();

// 1. Add requests, each with a unique id. A duplicate id, or an id that the API would reject, does not compile.
const preset = MessagesRequestBuilder.create('claude-haiku-5-5').maxTokens(256);
const batch = BatchBuilder.create()
  .add('france', preset.user('Where is the capital of France?').build())
  .add('italy', preset.user('Where is the capital of Italy?').build())
  .build();

// 2. Send the batch, and wait until it has ended. Another process could wait for it, too: it needs only the id.
const created = await client.batches.create(batch);
await client.batches.wait(created, {
  poll: 10,
  onProgress: ({ processing }) => console.log(`${processing} to go`),
});

// 3. Read the results. They arrive in any order, so each has the id of its request.
for await (const { custom_id, result } of client.batches.results(created)) {
  if (result.type === 'succeeded') console.log(`${custom_id}: ${result.message.text}`);
  else console.log(`${custom_id}: ${result.type}`);
}
