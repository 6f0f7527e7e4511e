/** The scope of every mistake, in addition to the exports of `clust` and `z` of zod. */
export const setting = `const b = MessagesRequestBuilder.create('claude-sonnet-4-6').maxTokens(1024);
const weather = tool({
  name: 'get_weather',
  input: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  run: () => 'mild',
});
const request = b.tools(weather).user('Hi').build();
const client = Client.fromApiKey(ApiKey.of('test'));
const list = [weather];
const message = MessageResponse.from({
  id: 'msg_1',
  type: 'message',
  role: 'assistant',
  model: 'claude-haiku-4-5',
  content: [{ type: 'text', text: 'Hi' }],
  stop_reason: 'end_turn',
  stop_sequence: null,
  usage: { input_tokens: 1, output_tokens: 1 },
});
`;
