// A chat that survives a crash of the program: `node scripts/run.mjs examples/chat-with-history.ts`.
// It stores the conversation in a file after every turn, and resumes the conversation from the file.
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClaudeModel, Client, Conversation, formatCost, MessagesRequestBuilder, repair } from 'clust';

const client = Client.fromEnv();
const folder = mkdtempSync(join(tmpdir(), 'chat-'));
const file = join(folder, 'history.json');
const preset = MessagesRequestBuilder.create(ClaudeModel.Sonnet5_5)
  .maxTokens(1024)
  .system('Answer in one sentence.')
  .cache('conversation');

/** Replaces the file atomically: if the program is killed, the file holds either the old or the new conversation. */
function store(conversation: Conversation): void {
  writeFileSync(`${file}.new`, JSON.stringify(conversation));
  renameSync(`${file}.new`, file);
}

/** Loads the conversation, and repairs a turn that a crash cut off. Schemas and handlers are not in the JSON; they come from the preset. */
function restore(): Conversation {
  const stored = Conversation.parse(readFileSync(file, 'utf8'), { from: preset });
  const { messages, repairs } = repair(stored.messages);
  for (const { what, path, why } of repairs) console.log(`${what} ${path}: ${why}`);
  return repairs.length === 0 ? stored : Conversation.of(preset.messages(messages));
}

async function say(text: string): Promise<void> {
  // Keeps the first turn and the last twenty, and drops turns between them if the conversation is too long.
  const { conversation: short } = restore().trimTo({ tokens: 100_000, keep: { first: 1, last: 20 } });
  console.log(`> ${text}`);
  const { message, conversation } = await client.converse(short, text);
  store(conversation);
  console.log(message.text);
}

try {
  store(Conversation.of(preset));
  // Each call reads the file, so each could run in a different process.
  await say('Where is the capital of France?');
  await say('And of Italy?');

  // Resumes after a crash that happened between storing the question and receiving the answer.
  store(restore().user('Which of the two is older?'));
  const asked = restore();
  const answered = asked.add(await client.createMessage(asked.request()));
  store(answered);
  console.log(
    `> Which of the two is older?\n${answered.messages.length} messages, ${formatCost(answered.cost)}`,
  );
} finally {
  rmSync(folder, { recursive: true });
}
