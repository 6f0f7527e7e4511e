import { describe, expect, test } from '@jest/globals';
import type { MessageStream } from '../../lib/stream/message-stream.js';
import type { ToolInputPart } from '../../lib/stream/tool-input-part.js';
import type { TypedRequest } from '../../lib/wire/typed-request.js';
import {
  answer,
  block,
  bytesOf,
  collect,
  ended,
  inPieces,
  sse,
  start,
  stop,
  streamOf,
  streamOfEvents,
  textBlock,
  toolBlock,
} from '../support/streams.js';
import { type Equal, expectType } from '../support/types.js';

const partsOf = (...events: readonly object[]) => collect(streamOfEvents(events).toolInputStream());

describe('the stream of tool inputs', () => {
  test('yields a part for each JSON delta, then a part that is done', async () => {
    const events = answer(
      textBlock(0, 'Well'),
      toolBlock(1, 'get_weather', '', '{"city": "Pa', 'ris", "days', '": 3}'),
    );
    const facts = { index: 1, id: 'toolu_1', name: 'get_weather', inputError: undefined };
    expect(await partsOf(...events)).toEqual([
      { ...facts, delta: '', input: {}, done: false },
      { ...facts, delta: '{"city": "Pa', input: { city: 'Pa' }, done: false },
      { ...facts, delta: 'ris", "days', input: { city: 'Paris' }, done: false },
      { ...facts, delta: '": 3}', input: { city: 'Paris', days: 3 }, done: false },
      { ...facts, delta: '', input: { city: 'Paris', days: 3 }, done: true },
    ]);
  });

  test('keeps parallel calls apart', async () => {
    const [first, second] = [toolBlock(0, 'a', '{"x":', '1}'), toolBlock(1, 'b', '{"y":', '2}')];
    const parts = await partsOf(...answer(first.flatMap((event, at) => [event, second[at] ?? event])));
    const last = parts.filter(({ done }) => done);
    expect(last.map(({ name, input }) => ({ name, input }))).toEqual([
      { name: 'a', input: { x: 1 } },
      { name: 'b', input: { y: 2 } },
    ]);
  });

  test('yields a single part for a call without input and for a call that arrives whole', async () => {
    const whole = block(1, { type: 'tool_use', id: 'toolu_1', name: 'b', input: { y: 2 } });
    const parts = await partsOf(...answer(toolBlock(0, 'a'), whole));
    expect(parts.map(({ input, done }) => ({ input, done }))).toEqual([
      { input: {}, done: true },
      { input: { y: 2 }, done: true },
    ]);
  });

  test('skips server tools', async () => {
    const search = { type: 'server_tool_use', id: 'srv_0', name: 'web_search', input: {} };
    const delta = { type: 'input_json_delta', partial_json: '{"query": "x"}' };
    expect(await partsOf(...answer(block(0, search, delta)))).toEqual([]);
  });

  test('AT-11.2 reports an input that is not valid JSON, with the fields before the error', async () => {
    const parts = await partsOf(...answer(toolBlock(0, 'save', '{"name": "x", ', 'oops}')));
    expect(parts.at(-1)).toMatchObject({
      input: { name: 'x' },
      done: true,
      inputError: { reason: 'invalid' },
    });
  });

  test('marks an input that is cut off as not done, or as truncated if its block has ended', async () => {
    const cut = toolBlock(0, 'save', '{"name": "x').slice(0, -1);
    const parts = await partsOf(start, ...cut, ended('max_tokens'), stop);
    expect(parts.map(({ done }) => done)).toEqual([false]);
    const closed = await partsOf(start, ...toolBlock(0, 'save', '{"name": "x'), ended('max_tokens'), stop);
    expect(closed.at(-1)).toMatchObject({ input: { name: 'x' }, inputError: { reason: 'truncated' } });
  });

  test('AT-11.5 joins surrogate pairs that are split across deltas and chunks', async () => {
    const events = answer(toolBlock(0, 'say', '{"text": "', '\\ud83d', '\\ude00', ' \ud83d', '\ude00 é"}'));
    for (const size of [1, 2, 3]) {
      const stream = streamOf(inPieces(bytesOf(sse(...events)), size));
      const parts = await collect(stream.toolInputStream());
      for (const { input } of parts) expect(JSON.stringify(input)).not.toMatch(/\\ud[89a-f]/);
      expect(parts.at(-1)?.input).toEqual({ text: '😀 😀 é' });
    }
  });

  test('AT-11.1 reads a 1 MB input that arrives in 16-byte deltas', async () => {
    const input = {
      rows: Array.from({ length: 12_000 }, (_, id) => ({
        id,
        name: `row ${id}`,
        tags: ['a', 'b'],
        note: '',
      })),
    };
    const json = JSON.stringify({ ...input, text: 'Lorem ipsum '.repeat(25_000) });
    expect(json.length).toBeGreaterThan(900_000);
    const stream = streamOfEvents(answer(toolBlock(0, 'save', ...(json.match(/[\s\S]{1,16}/g) ?? []))));
    let last: ToolInputPart | undefined;
    for await (const part of stream.toolInputStream()) {
      last = part;
    }
    expect(JSON.stringify(last?.input)).toBe(json);
  });
});

interface Tools {
  readonly tools: {
    readonly get_weather: {
      readonly city: string;
      readonly unit: 'celsius' | 'fahrenheit';
      readonly days?: number;
    };
    readonly add: { readonly values: readonly { readonly n: number }[] };
  };
}

test('a partial input has the type of its tool input, with every part optional', () => {
  type Part = ToolInputPart<TypedRequest<Tools>>;
  type Weather = Extract<Part, { readonly name: 'get_weather' }>['input'];
  expectType<Equal<Part['name'], 'get_weather' | 'add'>>();
  expectType<Equal<Weather['city'], string | undefined>>();
  expectType<Equal<Weather['days'], number | undefined>>();
  expectType<
    Equal<
      Extract<Part, { readonly name: 'add' }>['input']['values'],
      readonly { readonly n?: number }[] | undefined
    >
  >();
  // A literal type becomes string, because the value arrives in pieces.
  const unit: Weather['unit'] = 'cel';
  expect(unit).toBe('cel');
  expectType<Equal<ToolInputPart['input'], unknown>>();
  type Stream = ReturnType<MessageStream<TypedRequest<Tools>>['toolInputStream']>;
  expectType<Equal<Stream, AsyncIterableIterator<Part>>>();
});
