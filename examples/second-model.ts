// Falls back to a second model if the first is overloaded: `node scripts/run.mjs examples/second-model.ts`.
// It uses a mock client of `clust/testing`, whose first model is always overloaded.
import { MessagesRequestBuilder } from 'clust';
import { answer, failure, mockClient } from 'clust/testing';

const client = mockClient([
  { when: ({ model }) => model === 'claude-opus-5', answer: failure(529, 'overloaded_error') },
  { when: ({ model }) => model === 'claude-haiku-4-5', answer: answer('Paris.') },
]);

const request = MessagesRequestBuilder.create('claude-opus-5')
  .maxTokens(100_000)
  .effort('max')
  .user('Where is the capital of France?')
  .build();

// 1. The requests for all models are checked before the first is sent. Claude Haiku 4.5 rejects this effort and this max_tokens.
try {
  await client.createMessage(request, { fallback: ['claude-haiku-4-5'] });
} catch (error) {
  console.log(String(error));
}
console.log(`${client.requests.length} requests sent`);

// 2. A function creates a request that the second model accepts.
const message = await client.createMessage(request, {
  fallback: [
    ({ messages }) =>
      MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(64_000).messages(messages).build(),
  ],
  retry: { limit: 0 },
});
console.log(message.text);
for (const { model, outcome } of message.http.attempts ?? []) console.log(`${model}: ${outcome}`);
