import { expect, test } from '@jest/globals';
import { ApiKey, ClientBuilder, isValidationError, Version } from '../../lib/index.js';
import { json, serve } from '../support/loopback.js';
import { unchecked } from '../support/unchecked.js';

const citations = [{ type: 'char_location', cited_text: 'H', document_index: 0 }];
const document = { type: 'document', source: { type: 'text', media_type: 'text/plain', data: 'x' } };
const body = {
  model: 'claude-haiku-4-5',
  max_tokens: 9,
  temperature: 1,
  messages: [
    { role: 'user', content: [{ type: 'text', text: 'Hi', citations }] },
    { role: 'assistant', content: [document, { type: 'text', text: 'Here.', citations }] },
    { role: 'user', content: 'Thanks.' },
  ],
};

const key = ApiKey.of('test');

test('a client of version 2026-10-21 rejects what this version no longer accepts', async () => {
  const server = await serve(json({ type: 'message', role: 'assistant', content: [] }));
  const client = ClientBuilder.create().apiKey(key).baseUrl(server.url).build();
  const error: unknown = await client.createMessage(unchecked(body)).catch((caught: unknown) => caught);
  expect(isValidationError(error) && error.problems.map(({ rule, path }) => `${rule} at ${path}`)).toEqual([
    'sampling-by-version at temperature',
    'citations-by-version at messages.0.content.0.citations',
    'documents-by-version at messages.1.content.0',
  ]);
  expect(server.received).toEqual([]);
});

test('a client of version 2023-06-01 sends the same request', async () => {
  const server = await serve(json({ type: 'message', role: 'assistant', content: [] }));
  const client = ClientBuilder.create().apiKey(key).baseUrl(server.url).version(Version.V2023_06_01).build();
  await client.createMessage(unchecked(body));
  expect(server.received).toHaveLength(1);
});
