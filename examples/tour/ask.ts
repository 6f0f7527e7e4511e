import { ClaudeModel, type Client, MessagesRequestBuilder, type Usage } from 'clust';

export async function ask(client: Client): Promise<readonly Usage[]> {
  const request = MessagesRequestBuilder.create(ClaudeModel.Haiku5_5)
    .maxTokens(1024)
    .system('Answer in one sentence.')
    .user('Where is the capital of France?')
    .build();

  const message = await client.createMessage(request);
  console.log(message.text);

  return [message.usage];
}
