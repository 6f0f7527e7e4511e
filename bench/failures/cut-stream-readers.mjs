/** The ways to read a streamed answer, each as the documentation of its package shows it. */
import { createAnthropic } from '@ai-sdk/anthropic';
import Anthropic from '@anthropic-ai/sdk';
import { streamText } from 'ai';
import { ApiKey, ClientBuilder } from '../../dist/index.js';

const request = {
  model: 'claude-sonnet-5-5',
  max_tokens: 1024,
  messages: [{ role: 'user', content: 'Where is the capital of France?' }],
};

async function drain(items) {
  for await (const _ of items);
}

const clust = (url) =>
  ClientBuilder.create()
    .apiKey(ApiKey.of('a-key'))
    .baseUrl(url)
    .retry({ limit: 0 })
    .build()
    .createMessageStream(request);

const official = (url) =>
  new Anthropic({ apiKey: 'a-key', baseURL: url, maxRetries: 0, logLevel: 'off' }).messages;

const ai = (url) =>
  streamText({
    model: createAnthropic({ apiKey: 'a-key', baseURL: `${url}/v1` })(request.model),
    maxOutputTokens: request.max_tokens,
    messages: request.messages,
    maxRetries: 0,
    onError() {},
  });

export const cutStreamReaders = {
  'clust, events': async (url) => drain(clust(url)),
  'clust, `textStream()`': async (url) => drain(clust(url).textStream()),
  'clust, `finalMessage()`': async (url) => clust(url).finalMessage(),
  'official SDK, `create({stream: true})`': async (url) =>
    drain(await official(url).create({ ...request, stream: true })),
  'official SDK, `stream()`, events': async (url) => drain(official(url).stream(request)),
  'official SDK, `stream().finalMessage()`': async (url) => official(url).stream(request).finalMessage(),
  'ai, `streamText().textStream`': async (url) => drain(ai(url).textStream),
  'ai, `await streamText().text`': async (url) => ai(url).text,
};
