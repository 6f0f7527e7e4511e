// Creates a message from a body as the API reference writes it: `node scripts/run.mjs examples/create-message.ts`.
import {
  ClaudeModel,
  Client,
  MaxTokens,
  Message,
  MessagesRequest,
  type MessagesRequestBody,
  SystemPrompt,
} from 'clust';

// 1. A client, with the key of the environment variable ANTHROPIC_API_KEY.
const client = Client.fromEnv();

// 2. The body of a request. How much a model can say depends on the model.
const model = ClaudeModel.Sonnet5_5;
const body: MessagesRequestBody = {
  model,
  max_tokens: MaxTokens.of(model, 1024),
  system: SystemPrompt.of('You are an excellent AI assistant.'),
  messages: [Message.user('Where is the capital of France?')],
};

// 3. The request: the body, checked by every rule that clust knows.
const request = MessagesRequest.parse(body);

// 4. The answer.
const message = await client.createMessage(request);

console.log(message.text);
console.log(`\n${message.model}, ${message.usage.output_tokens} tokens, ${message.stop_reason}`);
