import { refused } from './refused-case.js';

const preset = "MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9)";
const cited =
  "{ type: 'document', source: { type: 'url', url: 'https://example.com/a.pdf' }, citations: { enabled: true } }";
const closed = "{ type: 'object', additionalProperties: false }";
const picture = (data: string, type = 'image/png') =>
  `{ type: 'image', source: { type: 'base64', media_type: '${type}', data: ${data} } }`;
const parsed = (fields: string) =>
  `MessagesRequest.parse({ model: 'claude-haiku-4-5', max_tokens: 9, messages: [{ role: 'user', content: 'Hi' }], ${fields} })`;

export const media = [
  ...refused('images', [
    {
      code: `${preset}.user([${picture("'not base64'")}]).build()`,
      sentence: 'this is not base64: send the encoded bytes alone, without data: before them',
      path: 'messages.0.content.0.source.data',
    },
    {
      code: `${preset}.user([{ type: 'document', source: { type: 'base64', media_type: 'application/pdf', data: '%PDF-1.7' } }]).build()`,
      sentence: 'this is not base64: send the encoded bytes alone, without data: before them',
      path: 'messages.0.content.0.source.data',
    },
    {
      code: `MessagesRequestBuilder.create('claude-opus-5').maxTokens(9).user(Array(600).fill(${picture("'iVBORw0KGgo='")})).user([{ type: 'document', source: { type: 'url', url: 'https://example.com/a.pdf' } }]).build()`,
      sentence: 'claude-opus-5 takes at most 600 images and pages of PDF, not 601',
      path: 'messages',
    },
    {
      code: `${preset}.user([${picture("'data:image/png;base64,iVBORw0KGgo='")}]).build()`,
      sentence: 'this is not base64: send the encoded bytes alone, without data: before them',
      path: 'messages.0.content.0.source.data',
    },
    {
      code: `${preset}.user([${picture("'A'.repeat(11 * 1024 * 1024)")}]).build()`,
      sentence: 'an image has at most 10 MB of base64, not 11.0',
      path: 'messages.0.content.0.source.data',
    },
    {
      code: `${preset}.user(Array(101).fill(${picture("'iVBORw0KGgo='")})).build()`,
      sentence: 'claude-haiku-4-5 takes at most 100 images and pages of PDF, not 101',
      path: 'messages',
    },
    {
      code: `MessagesRequest.parse({ model: 'claude-haiku-4-5', max_tokens: 9, messages: [{ role: 'user', content: [${picture("'Qk0='", 'image/bmp')}] }] })`,
      sentence: 'an image is JPEG, PNG, GIF or WebP, not image/bmp',
      path: 'messages.0.content.0.source.media_type',
    },
  ]),
  ...refused('media-of-model', [
    {
      code: `MessagesRequestBuilder.create(defineModel({ id: 'blind', maxOutputTokens: 10, imageInput: false })).maxTokens(9).user([${picture("'iVBORw0KGgo='")}]).build()`,
      sentence: 'blind takes no images: send text',
      path: 'messages.0.content.0',
    },
    {
      code: "MessagesRequestBuilder.create(defineModel({ id: 'blind', maxOutputTokens: 10, pdfInput: false })).maxTokens(9).user([{ type: 'document', source: { type: 'base64', media_type: 'application/pdf', data: 'JVBERi0=' } }]).build()",
      sentence: 'blind takes no PDF: send text',
      path: 'messages.0.content.0',
    },
  ]),
  ...refused('request-size', [
    {
      code: `${preset}.user('ö'.repeat(17 * 1024 * 1024)).build()`,
      sentence: 'a request has at most 32 MB, not 35: upload files and send their ids',
      path: 'messages',
    },
    {
      code: `${preset}.user('Hi'.repeat(17 * 1024 * 1024)).build()`,
      sentence: 'a request has at most 32 MB, not 35: upload files and send their ids',
      path: 'messages',
    },
  ]),
  ...refused('citations-agree', [
    {
      code: `${preset}.user([document({ text: 'One.' }, { citations: { enabled: true } }), document({ text: 'Two.' }), text('Compare them.')]).build()`,
      sentence: 'citations must be enabled for all documents of a request or for none: enable them here, too',
      path: 'messages.0.content.1.citations',
    },
  ]),
  ...refused('citations-with-format', [
    {
      code: `${preset}.messages([{ role: 'user', content: [${cited}] }, { role: 'assistant', content: 'Yes?' }, { role: 'user', content: 'Go on.' }]).outputFormat(${closed}).build()`,
      sentence: 'citations do not go with an output format: turn one of them off',
      path: 'messages.0.content.0.citations',
      at: 'type',
    },
    {
      code: `${preset}.outputFormat(${closed}).messages([{ role: 'user', content: [${cited}] }]).build()`,
      sentence: 'citations do not go with an output format: turn one of them off',
      path: 'messages.0.content.0.citations',
      at: '[',
    },
    {
      code: `${preset}.user([${cited}]).outputFormat(${closed}).build()`,
      sentence: 'citations do not go with an output format: turn one of them off',
      path: 'messages.0.content.0.citations',
      at: 'type',
    },
    {
      code: `${preset}.outputFormat(${closed}).user([${cited}]).build()`,
      sentence: 'citations do not go with an output format: turn one of them off',
      path: 'messages.0.content.0.citations',
      at: '[',
    },
    {
      code: `${preset}.user([document({ text: 'x' }, { citations: { enabled: true } })]).outputFormat(${closed}).build()`,
      sentence: 'citations do not go with an output format: turn one of them off',
      path: 'messages.0.content.0.citations',
      at: 'type',
    },
  ]),
  ...refused('output-format-twice', [
    {
      code: parsed(
        `output_config: { format: { type: 'json_schema', schema: ${closed} } }, output_format: { type: 'json_schema', schema: ${closed} }`,
      ),
      sentence: 'an output format is given once: keep output_config.format, remove output_format',
      path: 'output_format',
    },
  ]),
  ...refused('user-id', [
    {
      code: `${preset}.user('Hi').metadata({ user_id: 'x'.repeat(257) }).build()`,
      sentence: 'a user_id has at most 256 characters, not 257: send a hash of it',
      path: 'metadata.user_id',
    },
  ]),
  ...refused('compaction', [
    {
      code: "MessagesRequestBuilder.create('claude-opus-5').maxTokens(9).user('Hi').contextManagement({ edits: [{ type: 'compact_20260112', trigger: { type: 'input_tokens', value: 10000 } }] }).build()",
      sentence: 'compaction starts at 50000 input tokens or more, not 10000',
      path: 'context_management.edits.0.trigger.value',
      at: 'edits',
    },
    {
      code: `${preset}.user('Hi').contextManagement({ edits: [{ type: 'compact_20260112' }] }).build()`,
      sentence: 'claude-haiku-4-5 has no compaction: leave it out',
      path: 'context_management.edits.0',
      at: 'edits',
    },
    {
      code: "MessagesRequestBuilder.create('claude-opus-5').maxTokens(9).user('Hi').assistant([{ type: 'compaction', content: 'So far.', signature: 'EuYB' }]).user('Go on.').build()",
      sentence: 'a signed compaction block must come first in the messages, once: remove what it replaces',
      path: 'messages.1.content.0',
    },
  ]),
  ...refused('compaction-request', [
    ...[
      ['context_management', 'context_management: { edits: [] }'],
      ['stop_sequences', "stop_sequences: ['END']"],
      [
        'a forced tool',
        "tools: [{ name: 'f', input_schema: { type: 'object' } }], tool_choice: { type: 'any' }",
      ],
      ['an output format', `output_config: { format: { type: 'json_schema', schema: ${closed} } }`],
    ].map(([what, fields]) => ({
      code: `MessagesRequest.parse({ model: 'claude-opus-5', max_tokens: 9, messages: [{ role: 'user', content: 'Hi' }], compaction: { type: 'summarize' }, ${fields} })`,
      sentence: `a request with compaction must not have ${what}`,
      path:
        { 'a forced tool': 'tool_choice.type', 'an output format': 'output_config.format' }[`${what}`] ??
        `${what}`,
    })),
  ]),
  ...refused('clear-thinking', [
    {
      code: "MessagesRequestBuilder.create('claude-opus-5').maxTokens(9).user('Hi').contextManagement({ edits: [{ type: 'clear_tool_uses_20250919' }, { type: 'clear_thinking_20251015', keep: 'all' }] }).build()",
      sentence: 'clear_thinking_20251015 must be the first of the edits',
      path: 'context_management.edits.1',
      at: 'edits',
    },
    {
      code: `${preset}.user('Hi').contextManagement({ edits: [{ type: 'clear_thinking_20251015' }] }).build()`,
      sentence: 'clear_thinking_20251015 needs thinking: turn it on with thinking()',
      path: 'context_management.edits.0',
    },
    {
      code: "MessagesRequestBuilder.create('claude-opus-5').maxTokens(9).user('Hi').thinking('disabled').contextManagement({ edits: [{ type: 'clear_thinking_20251015', keep: 'all' }] }).build()",
      sentence: 'clear_thinking_20251015 needs thinking: turn it on with thinking()',
      path: 'context_management.edits.0',
    },
  ]),
];
