import { refused } from './refused-case.js';

const parsed = (body: string) =>
  `MessagesRequest.parse({ model: 'claude-haiku-4-5', max_tokens: 9, ${body} }, { version: Version.V2026_10_21 })`;

const send = (step: string) =>
  `Client.fromApiKey(ApiKey.of('test')).createMessage(MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9)${step}.build())`;
const cited =
  "{ type: 'text', text: 'Hi', citations: [{ type: 'char_location', cited_text: 'H', document_index: 0, document_title: null, start_char_index: 0, end_char_index: 1 }] }";

/** Requests that a client of the newest version refuses, and `parse()` with that version. */
export const versions = [
  ...refused('sampling-by-version', [
    {
      code: parsed("messages: [{ role: 'user', content: 'Hi' }], temperature: 0.5"),
      sentence:
        'API version 2026-10-21 takes no temperature, top_p or top_k: remove them, or build the client with Version.V2023_06_01',
      path: 'temperature',
    },
    {
      code: send(".user('Hi').topK(5)"),
      sentence:
        'API version 2026-10-21 takes no temperature, top_p or top_k: remove them, or build the client with Version.V2023_06_01',
      path: 'top_k',
      at: 'MessagesRequestBuilder',
    },
  ]),
  ...refused('citations-by-version', [
    {
      code: send(
        `.messages([{ role: 'user', content: [${cited}] }, { role: 'assistant', content: 'Yes?' }, { role: 'user', content: 'Well?' }])`,
      ),
      sentence: 'API version 2026-10-21 takes no citations on text of the user: remove them',
      path: 'messages.0.content.0.citations',
      at: 'MessagesRequestBuilder',
    },
    {
      code: send(`.messages([{ role: 'user', content: [${cited}] }])`),
      sentence: 'API version 2026-10-21 takes no citations on text of the user: remove them',
      path: 'messages.0.content.0.citations',
      at: 'MessagesRequestBuilder',
    },
    {
      code: send(
        `.user({ type: 'search_result', source: 'https://example.com', title: 'Home', content: [${cited}] })`,
      ),
      sentence: 'API version 2026-10-21 takes no citations on text of the user: remove them',
      path: 'messages.0.content.0.content.0.citations',
      at: 'MessagesRequestBuilder',
    },
    {
      code: parsed(
        "messages: [{ role: 'user', content: [{ type: 'text', text: 'Hi', citations: [{ type: 'char_location' }] }] }]",
      ),
      sentence: 'API version 2026-10-21 takes no citations on text of the user: remove them',
      path: 'messages.0.content.0.citations',
    },
    {
      code: send(`.user([${cited}])`),
      sentence: 'API version 2026-10-21 takes no citations on text of the user: remove them',
      path: 'messages.0.content.0.citations',
      at: 'MessagesRequestBuilder',
    },
    {
      code: parsed(
        "messages: [{ role: 'user', content: [{ type: 'search_result', source: 'a', title: 'b', content: [{ type: 'text', text: 'Hi', citations: [{ type: 'char_location' }] }] }] }]",
      ),
      sentence: 'API version 2026-10-21 takes no citations on text of the user: remove them',
      path: 'messages.0.content.0.content.0.citations',
    },
  ]),
  ...refused('documents-by-version', [
    {
      code: send(".user('Hi').assistant([document({ text: 'x' }), text('Here.')]).user('Thanks.')"),
      sentence: 'API version 2026-10-21 takes no document in an assistant turn: move it to a user turn',
      path: 'messages.1.content.0',
      at: 'MessagesRequestBuilder',
    },
    {
      code: send(
        ".messages([{ role: 'user', content: 'Hi' }, { role: 'assistant', content: [{ type: 'document', source: { type: 'url', url: 'https://example.com/a.pdf' } }] }, { role: 'user', content: 'Thanks.' }])",
      ),
      sentence: 'API version 2026-10-21 takes no document in an assistant turn: move it to a user turn',
      path: 'messages.1.content.0',
      at: 'MessagesRequestBuilder',
    },
    {
      code: parsed(
        "messages: [{ role: 'user', content: 'Hi' }, { role: 'assistant', content: [{ type: 'document', source: { type: 'text', media_type: 'text/plain', data: 'x' } }, { type: 'text', text: 'Here.' }] }, { role: 'user', content: 'Thanks.' }]",
      ),
      sentence: 'API version 2026-10-21 takes no document in an assistant turn: move it to a user turn',
      path: 'messages.1.content.0',
    },
  ]),
];
