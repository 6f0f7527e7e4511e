// Holds a conversation and stores it after every turn: `crash-program.mjs <url> <folder> <answers>`.
import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import {
  ApiKey,
  ClientBuilder,
  Conversation,
  MessagesRequestBuilder,
  repair,
  ToolList,
  tool,
} from '../../lib/index.js';

const [url = '', folder = '', answers = ''] = process.argv.slice(2);
const file = `${folder}/conversation.json`;
const client = ClientBuilder.create().apiKey(ApiKey.of('sk-ant-test')).baseUrl(url).build();

const weather = tool({
  name: 'get_weather',
  description: 'The weather in a city, now.',
  input: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  run: (_, { toolUse }) => {
    appendFileSync(`${folder}/calls.txt`, `${toolUse?.id}\n`);
    return '15 degrees';
  },
});
const tools = ToolList.of(weather);
const preset = MessagesRequestBuilder.create('claude-fable-5-2').maxTokens(1024).tools(weather);

/** Replaces the file atomically: whenever the program is killed, the file has the old conversation or the new one. */
function store<State>(conversation: Conversation<State>): Conversation<State> {
  writeFileSync(`${file}.new`, JSON.stringify(conversation));
  renameSync(`${file}.new`, file);
  return conversation;
}

let conversation = existsSync(file)
  ? Conversation.parse(readFileSync(file, 'utf8'), { from: preset })
  : Conversation.of(preset);
for (let count = 0; count < Number(answers); count++) {
  const { messages, repairs } = repair(conversation.messages);
  if (repairs.length > 0) conversation = Conversation.of(preset.messages(messages));
  const last = messages.at(-1);
  const isPaused = Object([last?.content ?? []].flat().at(-1)).type === 'server_tool_use';
  if (last?.role !== 'user' && !isPaused) conversation = conversation.user(`Question ${messages.length}?`);
  const message = await client.createMessage(store(conversation).request());
  conversation = store(conversation.add(message));
  if (message.stop_reason === 'tool_use')
    conversation = store(conversation.results(await tools.callAll(message)));
}
