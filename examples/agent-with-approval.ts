// An agent that asks before it acts: `node scripts/run.mjs examples/agent-with-approval.ts`.
import { Client, MessagesRequestBuilder, tool } from 'clust';

const files = new Set(['draft.tmp', 'report.txt']);

const deleteFile = tool({
  name: 'delete_file',
  description: 'Deletes a file for good.',
  input: { type: 'object', properties: { path: { type: 'string' } }, required: ['path'] },
  run({ path }) {
    if (!files.delete(path)) throw new Error(`There is no file ${path}.`);
    return `${path} is deleted.`;
  },
});

/** Stands for a person at a keyboard. */
async function ask(question: string): Promise<boolean> {
  const answer = question.includes('.tmp');
  console.log(`${question} ${answer ? 'yes' : 'no'}`);
  return answer;
}

const request = MessagesRequestBuilder.create('claude-sonnet-5-5')
  .maxTokens(1024)
  .system('You tidy up.')
  .tools(deleteFile)
  .user('Clean up my files.')
  .build();

const run = await Client.fromEnv().runTools(request, {
  maxTurns: 8,
  signal: AbortSignal.timeout(60_000),
  // Asked call by call, in their order; what it knows of the input follows from the name.
  async onToolCall(call) {
    if (await ask(`Delete ${call.input.path}?`)) return 'approve';
    return { deny: 'This was not approved. Leave the file, and say so.' };
  },
});

console.log(run.message.text);
console.log(`left: ${[...files].join(', ')}`);

// The conversation is JSON: stored, it goes on tomorrow.
const stored = JSON.stringify(run.messages);
console.log(`${run.messages.length} messages, ${stored.length > 0 ? 'stored' : 'lost'}`);
