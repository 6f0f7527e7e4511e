import { ClaudeModel, type Client, MessagesRequestBuilder, tool, type Usage } from 'clust';

export async function call(client: Client): Promise<readonly Usage[]> {
  const weather = tool({
    name: 'get_weather',
    description: 'Gets the current weather in a city.',
    input: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
    run: ({ city }) => ({ city, celsius: city === 'Rome' ? 24 : 15 }),
  });

  const request = MessagesRequestBuilder.create(ClaudeModel.Haiku5_5)
    .maxTokens(1024)
    .tools(weather)
    .user('Where is it warmer, Paris or Rome?')
    .build();

  const { message, turns, usage } = await client.runTools(request);
  console.log(`${message.text} (${turns} turns)`);

  return [usage];
}
