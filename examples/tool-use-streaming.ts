// Prints text and tool inputs while the model writes them: `node scripts/run.mjs examples/tool-use-streaming.ts`.
import { Client, MessagesRequestBuilder, tool } from 'clust';

const saveList = tool({
  name: 'save_list',
  description: 'Saves a list of things to take along.',
  input: {
    type: 'object',
    properties: { title: { type: 'string' }, items: { type: 'array', items: { type: 'string' } } },
    required: ['title', 'items'],
  },
  run: ({ title, items }) => `The packing list is saved: ${title}, ${items.length} things.`,
});

const request = MessagesRequestBuilder.create('claude-sonnet-5-5')
  .maxTokens(1024)
  .tools(saveList)
  .user('Make me a packing list for Bergen.')
  .build();

const turns = Client.fromEnv().toolTurns(request, { stream: true });
for await (const { number, stream } of turns) {
  // `input` is partial until `done` is true.
  for await (const { name, input, done } of stream.toolInputStream()) {
    console.log(`turn ${number}: ${name}, ${input.items?.length ?? 0} items${done ? ', complete' : ''}`);
  }
  console.log(await stream.finalText());
}
console.log((await turns.outcome()).status);
