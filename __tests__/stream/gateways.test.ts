import { describe, expect, test } from '@jest/globals';
import { MessageResponse } from '../../lib/content/message-response.js';
import {
  answer,
  block,
  bytesOf,
  collect,
  ended,
  start,
  stop,
  streamOf,
  streamOfEvents,
  textBlock,
  toolBlock,
} from '../support/streams.js';
import { failureOf } from '../support/transport.js';

/** What gateways send instead of what the API documents. Each case was seen on a real gateway. */

const message = (changes: object) => ({ type: 'message_start', message: { ...start.message, ...changes } });
const call = (id: string, city: string) => ({ type: 'tool_use', id, name: 'get_weather', input: { city } });

describe('a message_start that carries content, as programmatic tool calling does', () => {
  const whole = [call('toolu_1', 'Paris'), { type: 'text', text: 'Two ' }, call('toolu_2', 'Rome')];
  const events = [message({ content: whole }), ...textBlock(0, 'calls.'), ended('tool_use'), stop];

  test('yields its calls from toolInputStream() as finished parts', async () => {
    expect(await collect(streamOfEvents(events).toolInputStream())).toMatchObject([
      { index: 0, id: 'toolu_1', name: 'get_weather', delta: '', input: { city: 'Paris' }, done: true },
      { index: 2, id: 'toolu_2', name: 'get_weather', delta: '', input: { city: 'Rome' }, done: true },
    ]);
  });

  test('yields its text from textStream()', async () => {
    expect(await collect(streamOfEvents(events).textStream())).toEqual(['Two ', 'calls.']);
  });

  test('keeps that content before the blocks that follow', async () => {
    const { content, toolUses } = await streamOfEvents(events).finalMessage();
    expect(content).toEqual([...whole, { type: 'text', text: 'calls.' }]);
    expect(toolUses.map(({ id }) => id)).toEqual(['toolu_1', 'toolu_2']);
  });
});

test('a message with fallback blocks has the model of the last one', async () => {
  const hop = (from: string, to: string) => ({ type: 'fallback', from: { model: from }, to: { model: to } });
  const events = answer(
    textBlock(0, 'I '),
    block(1, hop('claude-fable-5-5', 'claude-opus-5-5')),
    block(2, hop('claude-opus-5-5', 'claude-sonnet-5-5')),
    textBlock(3, 'can.'),
  );
  const { model, text } = await streamOfEvents(events).finalMessage();
  expect({ model, text }).toEqual({ model: 'claude-sonnet-5-5', text: 'I can.' });
});

describe('the message of a stream', () => {
  const textOf = async (events: readonly object[]) => (await streamOfEvents(events).finalMessage()).text;

  test('keeps its usage when message_delta has usage null', async () => {
    const delta = { type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: null };
    const { usage } = await streamOfEvents([start, ...textBlock(0, 'Hi'), delta, stop]).finalMessage();
    expect(usage).toEqual(start.message.usage);
  });

  test.each([[null], [[null]], [undefined]])(
    'has no blocks when message_start has content %j',
    async (content) => {
      const { content: blocks, text } = await streamOfEvents([message({ content }), stop]).finalMessage();
      expect({ blocks, text }).toEqual({ blocks: [], text: '' });
    },
  );

  test('keeps every block when a gateway numbers them all 0', async () => {
    const events = answer(textBlock(0, 'a'), textBlock(0, 'b'), toolBlock(0, 'add', '{"x": 1}'));
    const { text, toolUses } = await streamOfEvents(events).finalMessage();
    expect({ text, inputs: toolUses.map(({ input }) => input) }).toEqual({ text: 'ab', inputs: [{ x: 1 }] });
    const parts = await collect(streamOfEvents(events).toolInputStream());
    expect(parts.at(-1)).toMatchObject({ name: 'add', input: { x: 1 }, done: true });
  });

  test('treats a text delta with text null as empty', async () => {
    expect(
      await textOf(answer(block(0, { type: 'text', text: '' }, { type: 'text_delta', text: null }))),
    ).toBe('');
  });

  test('is read without message_start, and is malformed only when message_stop alone arrives', async () => {
    const [, ...headless] = answer(textBlock(0, '👋'));
    const { text, role, stop_reason, usage } = await streamOfEvents(headless).finalMessage();
    expect({ text, role, stop_reason, usage }).toEqual({
      text: '👋',
      role: 'assistant',
      stop_reason: 'end_turn',
      usage: { output_tokens: 5 },
    });
    expect(await failureOf(streamOfEvents([stop]).finalMessage())).toMatchObject({ reason: 'malformed' });
  });

  test.each([
    ['text', { type: 'text', text: 'Hi' }],
    ['tool_use', call('toolu_1', 'Paris')],
  ])('has no signature on a %s block, because the API would reject it', async (_type, given) => {
    const delta = { type: 'signature_delta', signature: 'sig' };
    const { content } = await streamOfEvents(answer(block(0, given, delta))).finalMessage();
    expect(content).toEqual([given]);
  });
});

test.each([
  ['before the first block', ''],
  [
    'in the middle',
    textBlock(0, 'Hel')
      .map((event) => `data: ${JSON.stringify(event)}\n\n`)
      .join(''),
  ],
])('an error event without a type fails with the ApiError that it names, %s', async (_when, before) => {
  const error = { error: { type: 'overloaded_error', message: 'Busy.' } };
  const body = `data: ${JSON.stringify(start)}\n\n${before}data: ${JSON.stringify(error)}\n\n`;
  expect(await failureOf(streamOf([bytesOf(body)]).finalMessage())).toMatchObject({
    name: 'ApiError',
    type: 'overloaded_error',
    status: 529,
  });
});

describe('a delta of a tool input', () => {
  const part = (partial_json: unknown) => ({ type: 'input_json_delta', partial_json });
  const events = (...deltas: object[]) => answer(block(0, { ...call('toolu_1', ''), input: {} }, ...deltas));

  test.each([[true], [false]])('that is null adds nothing; accumulate: %s', async (accumulate) => {
    const stream = streamOfEvents(events(part('{"city":'), part(null), part('"Paris"}')), { accumulate });
    const parts = await collect(stream.toolInputStream());
    expect(parts.map(({ delta }) => delta)).toEqual(['{"city":', '', '"Paris"}', '']);
    expect(parts.at(-1)).toMatchObject({ input: { city: 'Paris' }, done: true });
  });

  test.each([[true], [false]])('that is missing fails as malformed; accumulate: %s', async (accumulate) => {
    const stream = streamOfEvents(events(part(undefined)), { accumulate });
    const failure = await failureOf(collect(stream.toolInputStream()));
    expect(failure).toMatchObject({ name: 'StreamError', reason: 'malformed' });
    expect(String(failure)).toContain('a delta came without its partial_json');
  });
});

test.each([[null], [[null]]])('a response whose content is %j has no text and no tool uses', (content) => {
  const { usage, ...head } = start.message;
  const response = MessageResponse.from({ ...head, usage, content } as never);
  expect({ text: response.text, toolUses: response.toolUses }).toEqual({ text: '', toolUses: [] });
});

describe('repeated events', () => {
  const encode = (event: object) => bytesOf(`data: ${JSON.stringify(event)}\n\n`);

  test('50,000 pings before the first block are delivered as one', async () => {
    const pings = bytesOf('data: {"type": "ping"}\n\n'.repeat(1000));
    function* pieces(): Generator<Uint8Array> {
      yield encode(start);
      for (let chunk = 0; chunk < 50; chunk += 1) yield pings;
      for (const event of [...textBlock(0, 'Hi'), ended('end_turn'), stop]) yield encode(event);
    }
    const types = (await collect(streamOf(pieces()))).map(({ type }) => type);
    expect(types.slice(0, 3)).toEqual(['message_start', 'ping', 'content_block_start']);
    expect(types).toHaveLength(7);
  });

  test('20,000 citations are collected without changing earlier snapshots or events', async () => {
    const citation = { type: 'char_location', cited_text: 'x' };
    const given = { type: 'text', text: '', citations: [citation] };
    const deltas = Array.from({ length: 20_000 }, () => ({ type: 'citations_delta', citation }));
    const events = answer(block(0, given, ...deltas));
    const stream = streamOfEvents(events);
    let early: unknown;
    for await (const event of stream) {
      if (event.type === 'content_block_delta') early ??= stream.snapshot?.content;
    }
    const [cited] = (await stream.finalMessage()).content;
    expect(cited).toHaveProperty('citations.length', 20_001);
    // The earlier snapshot and the events are unchanged.
    expect(early).toEqual([{ ...given, citations: [citation, citation] }]);
    expect(given.citations).toHaveLength(1);
  });
});
