/**
 * The forms in which a body is written as TypeScript: a chain and an object of clust, and a typed object of the official SDK.
 * Each has the first lines of the program, and a function that writes one body.
 */
export const forms = {
  'clust, chains': {
    head: "import { MessagesRequestBuilder } from 'clust';",
    write: (body, name) => `export const ${name} = ${chainOf(body)};`,
  },
  'clust, objects': {
    head: "import { MessagesRequest } from 'clust';",
    write: (body, name) => `export const ${name} = MessagesRequest.of(${JSON.stringify(body, null, 2)});`,
  },
  'official SDK': {
    head: "import type { MessageCreateParams } from '@anthropic-ai/sdk/resources/messages';",
    write: (body, name) => `export const ${name}: MessageCreateParams = ${JSON.stringify(body, null, 2)};`,
  },
};

/** The builder step for each field of a body. */
const steps = {
  max_tokens: (value) => `maxTokens(${value})`,
  system: (value) => `system(${json(value)})`,
  tools: (value) => `tools(${value.map(json).join(', ')})`,
  tool_choice: (value) => `toolChoice(${json(value)})`,
  thinking: (value) => `thinking(${json(value)})`,
  temperature: (value) => `temperature(${value})`,
  top_p: (value) => `topP(${value})`,
  top_k: (value) => `topK(${value})`,
  stop_sequences: (value) => `stopSequences(${value.map(json).join(', ')})`,
  metadata: (value) => `metadata(${json(value)})`,
  service_tier: (value) => `serviceTier(${json(value)})`,
  stream: (value) => `stream(${value})`,
  messages: (value) => `messages(${json(value)})`,
};

/** Whether a body has only fields that all forms can write. */
export const isWritable = ({ model, ...fields }) =>
  typeof model === 'string' && Object.keys(fields).every((field) => field in steps);

function chainOf({ model, ...fields }) {
  const calls = Object.entries(fields).map(([field, value]) => steps[field](value));
  return [`MessagesRequestBuilder.create(${json(model)})`, ...calls, 'build()'].join('\n  .');
}

function json(value) {
  return JSON.stringify(value, null, 2);
}
