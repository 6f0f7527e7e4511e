// Prints an answer while the model writes it: `node scripts/run.mjs examples/streaming.ts`.
import { ClaudeModel, Client, MessagesRequestBuilder, StreamOption } from 'clust';

const client = Client.fromEnv();

// With ReturnStream, the compiler accepts the request only in createMessageStream().
const request = MessagesRequestBuilder.create(ClaudeModel.Sonnet5_5)
  .maxTokens(1024)
  .user('Write a haiku about the sea.')
  .stream(StreamOption.ReturnStream)
  .build();

const stream = client.createMessageStream(request);

for await (const event of stream) {
  if (event.type === 'message_start') console.log(`${event.message.model} writes:\n`);
  if (event.type === 'content_block_delta' && event.delta.type === 'text_delta') {
    process.stdout.write(event.delta.text);
  }
}

// The stream is complete here, so this returns the whole message. If the stream is cut off, the loop above throws.
const { usage } = await stream.finalMessage();
console.log(`\n\n${usage.output_tokens} tokens`);
