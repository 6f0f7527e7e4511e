import { ClaudeModel, type Client, MessagesRequestBuilder, type Usage } from 'clust';

export async function parse(client: Client): Promise<readonly Usage[]> {
  const request = MessagesRequestBuilder.create(ClaudeModel.Haiku5_5)
    .maxTokens(1024)
    .outputFormat({
      type: 'object',
      properties: { name: { type: 'string' }, born: { type: 'integer' } },
      required: ['name', 'born'],
    })
    .user('Who was the first programmer?')
    .build();

  const { parsed, usage } = await client.createMessage(request);
  console.log(`${parsed.name}, born in the year ${parsed.born}`);

  return [usage];
}
