// An answer of a type: `node scripts/run.mjs examples/structured-output.ts`.
import { Client, MessagesRequestBuilder } from 'clust';
import { z } from 'zod';

const person = z.object({
  name: z.string(),
  // The API does not enforce bounds: this one is told to the model, and checked when the answer is there.
  born: z.int().min(1000),
  known_for: z.array(z.string()),
});

const client = Client.fromEnv();
const request = MessagesRequestBuilder.create('claude-sonnet-5-5')
  .maxTokens(1024)
  .outputFormat(person)
  .user('Who was the first programmer?')
  .build();

// As a value: an answer that was cut off, was refused or does not fit is an error that still holds the message.
const message = await client.createMessage(request);
const result = message.safeParsed;
if (result.ok) console.log(`${result.value.name}, born in ${result.value.born}`);
else console.log(`${result.error.reason}: ${message.usage.output_tokens} tokens for nothing`);

// While it is written.
const stream = client.createMessageStream(request);
for await (const view of stream.outputStream()) console.log(JSON.stringify(view));
const { parsed } = await stream.finalMessage();
console.log(parsed.known_for.join(', '));
