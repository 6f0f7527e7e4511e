/** The same programs for each package, as source text. `number` makes every request different. */
export const contenders = {
  clust: {
    packages: ['clust'],
    streamedCall: `
      import { Client, MessagesRequestBuilder } from 'clust';
      const request = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(1024).user('Hello').build();
      for await (const text of Client.fromEnv().createMessageStream(request).textStream()) console.log(text);`,
    requestsHead: `import { MessagesRequestBuilder } from 'clust';`,
    request: (number) => `MessagesRequestBuilder.create('claude-sonnet-5').maxTokens(${4096 + number})
      .thinking('adaptive').tools(${wireTool(number)}).toolChoice('auto').user('Question ${number}').build()`,
  },
  'official SDK': {
    packages: ['@anthropic-ai/sdk'],
    streamedCall: `
      import Anthropic from '@anthropic-ai/sdk';
      const stream = new Anthropic().messages.stream({
        model: 'claude-haiku-4-5', max_tokens: 1024, messages: [{ role: 'user', content: 'Hello' }],
      });
      stream.on('text', (text) => console.log(text));
      await stream.finalMessage();`,
    requestsHead: `import Anthropic from '@anthropic-ai/sdk';\nconst client = new Anthropic();`,
    request: (number) => `client.messages.create({ model: 'claude-sonnet-5', max_tokens: ${4096 + number},
      thinking: { type: 'adaptive' }, tools: [${wireTool(number)}], tool_choice: { type: 'auto' },
      messages: [{ role: 'user', content: 'Question ${number}' }] })`,
  },
  ai: {
    packages: ['ai', '@ai-sdk/anthropic'],
    streamedCall: `
      import { anthropic } from '@ai-sdk/anthropic';
      import { streamText } from 'ai';
      const { textStream } = streamText({
        model: anthropic('claude-haiku-4-5'), maxOutputTokens: 1024, prompt: 'Hello',
      });
      for await (const text of textStream) console.log(text);`,
    requestsHead: `import { anthropic } from '@ai-sdk/anthropic';
      import { generateText, tool } from 'ai';
      import { z } from 'zod';`,
    request: (
      number,
    ) => `generateText({ model: anthropic('claude-sonnet-5'), maxOutputTokens: ${4096 + number},
      providerOptions: { anthropic: { thinking: { type: 'adaptive' } } },
      tools: { tool_${number}: tool({ description: 'Tool ${number}', inputSchema: z.object({ city: z.string() }) }) },
      toolChoice: 'auto', prompt: 'Question ${number}' })`,
  },
};

const wireTool = (number) =>
  `{ name: 'tool_${number}', description: 'Tool ${number}', input_schema: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] } }`;
