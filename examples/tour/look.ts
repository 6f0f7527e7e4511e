import { readFile } from 'node:fs/promises';
import { ClaudeModel, type Client, image, MessagesRequestBuilder, text, type Usage } from 'clust';

export async function look(client: Client): Promise<readonly Usage[]> {
  const flag = image(await readFile('examples/support/flag.png'));
  const request = MessagesRequestBuilder.create(ClaudeModel.Haiku5_5)
    .maxTokens(1024)
    .user([flag, text('Whose flag is this?')])
    .build();

  const message = await client.createMessage(request);
  console.log(message.text);

  return [message.usage];
}
