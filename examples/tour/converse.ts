import { ClaudeModel, type Client, MessagesRequestBuilder, type Usage } from 'clust';

export async function converse(client: Client): Promise<readonly Usage[]> {
  const chat = MessagesRequestBuilder.create(ClaudeModel.Haiku5_5)
    .maxTokens(1024)
    .system('Answer in one sentence.')
    .user('Where is the capital of France?');
  const first = await client.createMessage(chat.build());
  console.log(first.text);

  const more = chat.assistant(first).user('And of Italy?');
  const second = await client.createMessage(more.build());
  console.log(second.text);

  const last = more.assistant(second).user('Which of the two is older?');
  const third = await client.createMessage(last.build());
  console.log(third.text);

  return [first.usage, second.usage, third.usage];
}
