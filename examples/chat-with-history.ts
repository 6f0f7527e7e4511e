// A chat that survives its process: `node scripts/run.mjs examples/chat-with-history.ts`.
// It stores the conversation after every turn, and goes on with what it finds in the file.
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

/** Whenever the program is killed, the file is the old conversation or the new one. */
function store(conversation: Conversation): void {
  writeFileSync(`${file}.new`, JSON.stringify(conversation));
  renameSync(`${file}.new`, file);
}

/** The conversation of the file. What a killed program left half is repaired; JSON holds no schemas and handlers, the preset does. */
function restore(): Conversation {
  const stored = Conversation.parse(readFileSync(file, 'utf8'), { from: preset });
  const { messages, repairs } = repair(stored.messages);
  for (const { what, path, why } of repairs) console.log(`${what} ${path}: ${why}`);
  return repairs.length === 0 ? stored : Conversation.of(preset.messages(messages));
}

async function say(text: string): Promise<void> {
  // The first turns and the last ones stay, whatever comes between.
  const { conversation: short } = restore().trimTo({ tokens: 100_000, keep: { first: 1, last: 20 } });
  console.log(`> ${text}`);
  const { message, conversation } = await client.converse(short, text);
  store(conversation);
  console.log(message.text);
}

try {
  store(Conversation.of(preset));
  // Each call reads the file, so each could be a process of its own.
  await say('Where is the capital of France?');
  await say('And of Italy?');

  // A program that was killed when it had stored the question, and before the answer came.
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
