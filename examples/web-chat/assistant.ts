import { type MessageParam, type MessagesRequest, MessagesRequestBuilder, ToolList, tool } from 'clust';

/** The tools of the chat. They run on the server. */
export const tools = ToolList.of(
  tool({
    name: 'get_weather',
    description: 'Gets the current weather in a city.',
    input: { type: 'object', properties: { location: { type: 'string' } }, required: ['location'] },
    run: ({ location }) => `15 degrees in ${location.replace(/,.*/, '')}, light rain`,
  }),
);

const preset = MessagesRequestBuilder.create('claude-sonnet-5-5')
  .maxTokens(8192)
  .thinking({ type: 'adaptive', display: 'summarized' })
  .system('You are a friendly assistant. Answer in markdown.')
  .tools(...tools);

/** Creates the request for a conversation that the page sent. The server chooses the model, its limits and its tools. */
export function requestFor(messages: readonly MessageParam[]): MessagesRequest {
  return preset.dynamic().messages(messages).build();
}
