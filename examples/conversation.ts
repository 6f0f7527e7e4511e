// Holds a conversation: every request carries the turns before it. `node scripts/run.mjs examples/conversation.ts`.
import { ClaudeModel, Client, MessagesRequestBuilder } from 'clust';

const client = Client.fromEnv();
const questions = ['And of Italy?', 'Which of the two is older?'];

let chat = MessagesRequestBuilder.create(ClaudeModel.Sonnet5_5)
  .maxTokens(1024)
  .system('Answer in one sentence.')
  .user('Where is the capital of France?');
console.log('> Where is the capital of France?');

let message = await client.createMessage(chat.build());
console.log(message.text);

for (const question of questions) {
  // The answer goes back as it came, with its thinking, which the model wants to see again.
  chat = chat.assistant(message).user(question);
  console.log(`\n> ${question}`);

  message = await client.createMessage(chat.build());
  console.log(message.text);
}
