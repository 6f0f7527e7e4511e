// Creates a message from a body in the format of the API reference: `node scripts/run.mjs examples/create-message.ts`.
import {
  ClaudeModel,
  Client,
  MaxTokens,
  Message,
  MessagesRequest,
  type MessagesRequestBody,
  SystemPrompt,
} from 'clust';

// 1. Create a client. It reads the key from the environment variable ANTHROPIC_API_KEY.
const client = Client.fromEnv();

// 2. Write the body of a request. The limit of max_tokens depends on the model.
const model = ClaudeModel.Sonnet5_5;
const body: MessagesRequestBody = {
  model,
  max_tokens: MaxTokens.of(model, 1024),
  system: SystemPrompt.of('You are an excellent AI assistant.'),
  messages: [Message.user('Where is the capital of France?')],
};

// 3. Check the body against all rules.
const request = MessagesRequest.parse(body);

// 4. Send the request.
const message = await client.createMessage(request);

console.log(message.text);
console.log(`\n${message.model}, ${message.usage.output_tokens} tokens, ${message.stop_reason}`);
