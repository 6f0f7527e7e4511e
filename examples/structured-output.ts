// Gets a typed answer, by a schema: `node scripts/run.mjs examples/structured-output.ts`.
import { Client, MessagesRequestBuilder } from 'clust';
import { z } from 'zod';

const person = z.object({
  name: z.string(),
  // The API does not enforce bounds. clust adds this one to the description for the model, and checks the answer.
  born: z.int().min(1000),
  known_for: z.array(z.string()),
});

const client = Client.fromEnv();
const request = MessagesRequestBuilder.create('claude-sonnet-5-5')
  .maxTokens(1024)
  .outputFormat(person)
  .user('Who was the first programmer?')
  .build();

// `safeParsed` does not throw. If the answer was cut off, was refused or does not match the schema, it holds an error.
const message = await client.createMessage(request);
const result = message.safeParsed;
if (result.ok) console.log(`${result.value.name}, born in ${result.value.born}`);
else console.log(`${result.error.reason} after ${message.usage.output_tokens} tokens`);

// A stream yields partial values while the model writes.
const stream = client.createMessageStream(request);
for await (const view of stream.outputStream()) console.log(JSON.stringify(view));
const { parsed } = await stream.finalMessage();
console.log(parsed.known_for.join(', '));
