// Sends a batch, waits for it, and reads its results: `node scripts/run.mjs examples/batches.ts`.
// It talks to a server of its own, since the embedded one has no batches.
import { BatchBuilder, ClientBuilder, MessagesRequestBuilder } from 'clust';
import { startEndpointsServer } from './support/endpoints-server.js';

const client = ClientBuilder.create()
  .fromEnv()
  .baseUrl(await startEndpointsServer())
  .build();

// 1. Requests, each under an id of its own. An id that is taken, or that the API would not take, does not compile.
const preset = MessagesRequestBuilder.create('claude-haiku-5-5').maxTokens(256);
const batch = BatchBuilder.create()
  .add('france', preset.user('Where is the capital of France?').build())
  .add('italy', preset.user('Where is the capital of Italy?').build())
  .build();

// 2. The batch, sent and waited for. Another process could go on waiting, by the id.
const created = await client.batches.create(batch);
await client.batches.wait(created, {
  poll: 10,
  onProgress: ({ processing }) => console.log(`${processing} to go`),
});

// 3. The results, in any order: each is found by its id.
for await (const { custom_id, result } of client.batches.results(created)) {
  if (result.type === 'succeeded') console.log(`${custom_id}: ${result.message.text}`);
  else console.log(`${custom_id}: ${result.type}`);
}
