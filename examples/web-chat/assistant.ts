import { type MessageParam, type MessagesRequest, MessagesRequestBuilder, ToolList, tool } from 'clust';

/** The tools of the chat. They run on the server. */
export const tools = ToolList.of(
  tool({
    name: 'get_weather',
    description: 'The weather in a city, now.',
    input: { type: 'object', properties: { location: { type: 'string' } }, required: ['location'] },
    run: ({ location }) => `15 degrees in ${location.replace(/,.*/, '')}, light rain`,
  }),
);

const preset = MessagesRequestBuilder.create('claude-sonnet-5-5')
  .maxTokens(8192)
  .thinking({ type: 'adaptive', display: 'summarized' })
  .system('You are a friendly assistant. Answer in markdown.')
  .tools(...tools);

/** The request for a conversation that a page sent. The model, its limits and its tools are the server's choice. */
export function requestFor(messages: readonly MessageParam[]): MessagesRequest {
  return preset.dynamic().messages(messages).build();
}
