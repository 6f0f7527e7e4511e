// Holds a conversation: every request contains the previous turns. `node scripts/run.mjs examples/conversation.ts`.
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
  // Pass the answer back unchanged: the model needs the thinking blocks that it contains.
  chat = chat.assistant(message).user(question);
  console.log(`\n> ${question}`);

  message = await client.createMessage(chat.build());
  console.log(message.text);
}
