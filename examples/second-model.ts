// A second model for bad days: `node scripts/run.mjs examples/second-model.ts`.
// It talks to a client of `clust/testing`, whose first model is overloaded.
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

// 1. Every request is checked before the first one is sent: Haiku 4.5 takes neither this effort nor so many tokens.
try {
  await client.createMessage(request, { fallback: ['claude-haiku-4-5'] });
} catch (error) {
  console.log(String(error));
}
console.log(`${client.requests.length} requests sent`);

// 2. A function makes the request that the second model takes.
const message = await client.createMessage(request, {
  fallback: [
    ({ messages }) =>
      MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(64_000).messages(messages).build(),
  ],
  retry: { limit: 0 },
});
console.log(message.text);
for (const { model, outcome } of message.http.attempts ?? []) console.log(`${model}: ${outcome}`);
