import { describe, expect, test } from '@jest/globals';
import { blockFacts } from '../../lib/stream/accumulate/block-facts.js';
import {
  answer,
  block,
  ended,
  start,
  stop,
  streamOfEvents,
  textBlock,
  toolBlock,
} from '../support/streams.js';
import { failureOf } from '../support/transport.js';

const messageOf = (...events: readonly object[]) => streamOfEvents(events).finalMessage();
const contentOf = async (...blocks: readonly object[][]) => (await messageOf(...answer(...blocks))).content;

describe('blocks', () => {
  test('are assembled in the order in which they start, even when their events interleave', async () => {
    const [first, second] = [textBlock(0, 'a', 'b'), toolBlock(1, 'add', '{"x"', ': 1}')];
    const interleaved = first.flatMap((event, at) => [event, second[at] ?? []].flat());
    expect(await contentOf(interleaved)).toEqual([
      { type: 'text', text: 'ab' },
      { type: 'tool_use', id: 'toolu_1', name: 'add', input: { x: 1 } },
    ]);
  });

  test('keep the text and citations of content_block_start', async () => {
    const deltas = [{ type: 'text_delta', text: 'lo' }];
    const citation = { type: 'char_location', cited_text: 'x' };
    const cited = { type: 'citations_delta', citation };
    const [content] = await contentOf(
      block(0, { type: 'text', text: 'Hel', citations: [citation] }, ...deltas, cited),
    );
    expect(content).toEqual({ type: 'text', text: 'Hello', citations: [citation, citation] });
  });

  test.each([
    ['null', { type: 'text', text: '', citations: null }],
    ['absent', { type: 'text', text: '' }],
  ])('collect citations when those of content_block_start are %s', async (_what, text) => {
    const citation = { type: 'page_location', cited_text: 'x' };
    const [content] = await contentOf(block(0, text, { type: 'citations_delta', citation }));
    expect(content).toEqual({ type: 'text', text: '', citations: [citation] });
  });

  test('AT-7.1 keep thinking, a signature in several pieces, and a signature without thinking', async () => {
    const signature = (piece: string) => ({ type: 'signature_delta', signature: piece });
    const thinking = { type: 'thinking_delta', thinking: 'Hm', estimated_tokens: 7 };
    expect(
      await contentOf(
        block(
          0,
          { type: 'thinking', thinking: '', signature: '' },
          thinking,
          signature('ab'),
          signature('cd'),
        ),
        block(1, { type: 'thinking', thinking: '' }, signature('ef')),
        block(2, { type: 'redacted_thinking', data: 'xyz' }),
      ),
    ).toEqual([
      { type: 'thinking', thinking: 'Hm', signature: 'abcd' },
      { type: 'thinking', thinking: '', signature: 'ef' },
      { type: 'redacted_thinking', data: 'xyz' },
    ]);
  });

  test('keep the compacted content, or null when compaction failed', async () => {
    const delta = (content: string | null) => ({ type: 'compaction_delta', content, encrypted_content: 'e' });
    expect(
      await contentOf(
        block(0, { type: 'compaction', content: null }, delta('So '), delta('far.')),
        block(1, { type: 'compaction', content: null }, delta(null)),
      ),
    ).toEqual([
      { type: 'compaction', content: 'So far.', encrypted_content: 'ee' },
      { type: 'compaction', content: null, encrypted_content: 'e' },
    ]);
  });

  test('are assembled without changing the events', async () => {
    const events = answer(textBlock(0, 'a', 'b'), toolBlock(1, 'add', '{}'));
    const before = JSON.stringify(events);
    await messageOf(...events);
    expect(JSON.stringify(events)).toBe(before);
  });
});

describe('a message', () => {
  test('takes every field of message_delta', async () => {
    const message = await messageOf(
      start,
      {
        type: 'message_delta',
        delta: {
          stop_reason: 'refusal',
          stop_sequence: null,
          stop_details: { type: 'refusal', category: 'cyber' },
          container: { id: 'c_1' },
          new_field: 1,
        },
        usage: { output_tokens: 9 },
        context_management: { applied_edits: [] },
        newer_field: [2],
      },
      stop,
    );
    expect(JSON.parse(JSON.stringify(message))).toEqual({
      ...start.message,
      stop_reason: 'refusal',
      stop_details: { type: 'refusal', category: 'cyber' },
      container: { id: 'c_1' },
      new_field: 1,
      usage: { input_tokens: 10, output_tokens: 9 },
      context_management: { applied_edits: [] },
      newer_field: [2],
    });
  });

  test.each([
    ['totals replace totals', { output_tokens: 7 }, { input_tokens: 10, output_tokens: 7 }],
    [
      'null replaces nothing',
      { input_tokens: null, output_tokens: 7 },
      { input_tokens: 10, output_tokens: 7 },
    ],
    [
      'new fields are added, including null',
      { server_tool_use: { web_search_requests: 1 }, cache_creation: null },
      {
        input_tokens: 10,
        output_tokens: 1,
        server_tool_use: { web_search_requests: 1 },
        cache_creation: null,
      },
    ],
    ['a missing usage changes nothing', undefined, { input_tokens: 10, output_tokens: 1 }],
  ])('AT-17.3 usage: %s', async (_what, usage, expected) => {
    const delta = { type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage };
    expect((await messageOf(start, delta, stop)).usage).toEqual(expected);
  });

  test('AT-17.3 usage that only message_delta reports is kept', async () => {
    const { usage: _, ...message } = start.message;
    const delta = ended('end_turn', { input_tokens: 4, output_tokens: 2 });
    expect((await messageOf({ type: 'message_start', message }, delta, stop)).usage).toEqual({
      input_tokens: 4,
      output_tokens: 2,
    });
  });

  test('takes the content that a gateway sends whole in message_start', async () => {
    const content = [{ type: 'text', text: 'All at once' }];
    const message = { ...start.message, content };
    expect(await streamOfEvents([{ type: 'message_start', message }, stop]).finalText()).toBe('All at once');
  });

  test('accepts a message_start that is repeated before any other event', async () => {
    const message = await messageOf(start, start, ...textBlock(0, 'Hi'), stop);
    expect(message.text).toBe('Hi');
  });
});

describe('inconsistent events fail as malformed:', () => {
  const delta = { type: 'text_delta', text: 'x' };
  const second = { ...start, message: { ...start.message, id: 'msg_2' } };
  test.each<[string, readonly object[]]>([
    ['content block 0 was never started', [start, { type: 'content_block_delta', index: 0, delta }]],
    ['content block 0 was started twice', [start, ...textBlock(0).slice(0, 1), ...textBlock(0)]],
    [
      'a delta came for a content block that has ended',
      [start, ...textBlock(0), { type: 'content_block_delta', index: 0, delta }],
    ],
    ['a second message_start came before', [start, second]],
    ['a second message_start came before', [start, ...textBlock(0, 'x'), start]],
    ['message_delta came before message_start', [ended('end_turn')]],
    ['message_stop came before message_start', [stop]],
    [
      'content block undefined was started twice, or has no number',
      [start, { type: 'content_block_start', content_block: { type: 'text' } }],
    ],
    [
      'the content_block of an event is not an object',
      [start, { type: 'content_block_start', index: 0, content_block: 'x' }],
    ],
    [
      'the delta of an event is not an object',
      [start, ...block(0, { type: 'text', text: '' }).slice(0, 1), { type: 'content_block_delta', index: 0 }],
    ],
    ['the message of an event is not an object', [{ type: 'message_start' }]],
    [
      'a delta came without its text',
      [start, ...block(0, { type: 'text', text: '' }, { type: 'text_delta' })],
    ],
    [
      'a delta came without its partial_json',
      [start, ...block(0, { type: 'tool_use', input: {} }, { type: 'input_json_delta' })],
    ],
  ])('%s', async (what, events) => {
    const failure = await failureOf(messageOf(...events, stop));
    expect(failure).toMatchObject({
      name: 'StreamError',
      reason: 'malformed',
      retryable: false,
      requestId: 'req_test',
    });
    expect(String(failure)).toContain(what);
  });
});

describe('a tool input', () => {
  const inputOf = async (...json: readonly string[]) => {
    const [use] = (await messageOf(...answer(toolBlock(0, 'save', ...json)))).toolUses;
    return { input: use?.input, ...blockFacts(use ?? {}) };
  };

  test('is parsed when it is complete', async () => {
    expect(await inputOf('', '{"a": [1,', ' 2]}')).toEqual({
      input: { a: [1, 2] },
      rawInput: '{"a": [1, 2]}',
    });
  });

  test.each([[[]], [['']], [[' ', '\n']]])('is {} when the model wrote none: %j', async (json) => {
    expect(await inputOf(...json)).toMatchObject({ input: {}, inputError: undefined });
  });

  test('AT-11.4 keeps large numbers exact in rawInput', async () => {
    expect((await inputOf('{"id": 12345678901234567890}')).rawInput).toBe('{"id": 12345678901234567890}');
  });

  test.each([
    ['an invalid escape', '{"path": "App\\Http"}'],
    ['a raw control character', '{"text": "two\nlines"}'],
    ['an unescaped quote', '{"text": "say "hi""}'],
    ['prose', 'Sure, here it is'],
    ['two values', '{"value":"Spark{"value":"Sparkle Day"}'],
  ])('AT-11.2 with %s does not fail the message: rawInput keeps the text', async (_what, json) => {
    const found = await inputOf(json);
    expect(found).toMatchObject({ input: {}, rawInput: json, inputError: { reason: 'invalid' } });
    expect(found.inputError?.message).toContain('The input is not valid JSON');
  });

  const cut = toolBlock(1, 'save', '{"path": "/etc/x", "content": "hello wor');

  test.each([
    ['with content_block_stop', cut],
    ['without content_block_stop, as some gateways send it', cut.slice(0, -1)],
    ['before its first byte', toolBlock(1, 'save')],
  ])('AT-11.2 that max_tokens cuts off is {} and marked as truncated, %s', async (_what, events) => {
    const message = await messageOf(start, ...textBlock(0, 'Well'), ...events, ended('max_tokens'), stop);
    expect(message.truncated).toBe(true);
    const [use] = message.toolUses;
    expect(use?.input).toEqual({});
    expect(blockFacts(use ?? {}).inputError).toMatchObject({ reason: 'truncated' });
  });

  test('that is complete is not marked when a later one is cut off', async () => {
    const message = await messageOf(start, ...toolBlock(0, 'list', '{}'), ...cut, ended('max_tokens'), stop);
    expect(message.toolUses.map((use) => blockFacts(use).inputError?.reason)).toEqual([
      undefined,
      'truncated',
    ]);
  });

  test('AT-11.3 pollutes no prototype', async () => {
    const { input } = await inputOf('{"__proto__": {"x": 1}}');
    expect(Object.hasOwn(Object(input), '__proto__')).toBe(true);
    expect({}).not.toHaveProperty('x');
  });

  test('AT-7.3 that is invalid adds no field to the JSON of its block', async () => {
    const message = await messageOf(...answer(toolBlock(0, 'save', '{"a": oops}')));
    expect(JSON.parse(JSON.stringify(message.content))).toEqual([
      { type: 'tool_use', id: 'toolu_0', name: 'save', input: {} },
    ]);
  });
});
