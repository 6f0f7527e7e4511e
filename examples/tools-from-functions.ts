// Uses documented functions as tools, with native tool use and with function calls in XML:
// `node scripts/run.mjs examples/tools-from-functions.ts`.
import { Client, MessagesRequestBuilder } from 'clust';
import { runFunctionCalls } from 'clust/xml';
import { tools } from './functions/weather.tools.js';

const client = Client.fromEnv();
const preset = MessagesRequestBuilder.create('claude-sonnet-5-5').maxTokens(1024);

// Native tool use. The parameters of the functions determine the type of `call.input`.
for (const question of [
  'What is the weather like in San Francisco?',
  'What is a share of General Motors worth?',
]) {
  const request = preset
    .tools(...tools)
    .user(question)
    .build();
  const { message } = await client.runTools(request, {
    onToolCall(call) {
      const input = call.name === 'get_weather' ? call.input.location : call.input.symbol;
      console.log(`[${call.name}: ${input}]`);
    },
  });
  console.log(message.text);
}

// Function calls in XML with the same tools, for models and gateways without native tool use.
for (const question of [
  'Do I need a coat in San Francisco?',
  'What is the current stock price of General Motors?',
]) {
  const { message } = await runFunctionCalls(client, preset.user(question).build(), tools);
  console.log(message.text);
}
