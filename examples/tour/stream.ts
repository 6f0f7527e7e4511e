import { ClaudeModel, type Client, MessagesRequestBuilder, type Usage } from 'clust';

export async function stream(client: Client): Promise<readonly Usage[]> {
  const request = MessagesRequestBuilder.create(ClaudeModel.Haiku5_5)
    .maxTokens(1024)
    .user('Write a haiku about the sea. Only the haiku.')
    .build();

  const answer = client.createMessageStream(request);
  for await (const text of answer.textStream()) process.stdout.write(text);

  const { stop_reason, usage } = await answer.finalMessage();
  console.log(`\n\n${stop_reason}, ${usage.output_tokens} tokens`);

  return [usage];
}
