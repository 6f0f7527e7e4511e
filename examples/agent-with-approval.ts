// An agent that asks for approval before each tool call: `node scripts/run.mjs examples/agent-with-approval.ts`.
import { Client, MessagesRequestBuilder, tool } from 'clust';

const files = new Set(['draft.tmp', 'report.txt']);

const deleteFile = tool({
  name: 'delete_file',
  description: 'Deletes a file permanently.',
  input: { type: 'object', properties: { path: { type: 'string' } }, required: ['path'] },
  run({ path }) {
    if (!files.delete(path)) throw new Error(`There is no file ${path}.`);
    return `${path} is deleted.`;
  },
});

/** Simulates a user who answers yes or no. A real program would read the answer from the terminal. */
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
  // Called before each tool call, in order. The name of the tool determines the type of `call.input`.
  async onToolCall(call) {
    if (await ask(`Delete ${call.input.path}?`)) return 'approve';
    return { deny: 'This was not approved. Leave the file, and say so.' };
  },
});

console.log(run.message.text);
console.log(`left: ${[...files].join(', ')}`);

// The conversation is JSON. A program can store it, and resume it later.
const stored = JSON.stringify(run.messages);
console.log(`${run.messages.length} messages, ${stored.length} characters of JSON`);
