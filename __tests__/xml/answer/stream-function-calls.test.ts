import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { isXmlError } from '../../../lib/errors/guards.js';
import {
  type AnswerPart,
  type ExtractOptions,
  extractFunctionCalls as extractCalls,
  FunctionCalls,
  streamFunctionCalls as streamCalls,
} from '../../../lib/xml/index.js';
import { functionCalls, mutated, xmlText } from '../support/arbitraries.js';
import { valueOrRefusal } from '../support/refusals.js';

// These tests find blocks anywhere in an answer. `where.test.ts` tests the default, blocks at its end.
const anywhere = { where: 'anywhere' } as const;
const extractFunctionCalls = (text: string, options: ExtractOptions = {}) =>
  extractCalls(text, { ...anywhere, ...options });
const streamFunctionCalls = (text: AsyncIterable<string> | Iterable<string>, options: ExtractOptions = {}) =>
  streamCalls(text, { ...anywhere, ...options });

// These tests read large texts, and the machine may be busy.
jest.setTimeout(60_000);

const answer = [
  'Let me <look> that up, 1 < 2 😀.\n',
  '<function_calls>\n<invoke><tool_name>get</tool_name><parameters><s>G&amp;M 😀</s></parameters></invoke>\n',
  '<invoke><tool_name>set</tool_name><parameters><s><![CDATA[<a>]]></s></parameters></invoke>\n</function_calls>',
  ' Then <b>this</b> <function_calls_not>.',
].join('');

interface Outcome {
  readonly parts: readonly AnswerPart[];
  readonly error: unknown;
}

/** Reads a stream: its parts, with adjacent prose joined, and the error that ended it. */
async function read(pieces: Iterable<string>, options?: ExtractOptions): Promise<Outcome> {
  const parts: AnswerPart[] = [];
  try {
    for await (const part of streamFunctionCalls(pieces, options)) {
      const last = parts.at(-1);
      if (part.type === 'prose') expect(part.text).not.toBe('');
      if (part.type === 'prose' && last?.type === 'prose') {
        parts[parts.length - 1] = { type: 'prose', text: last.text + part.text };
      } else parts.push(part);
    }
    return { parts, error: undefined };
  } catch (error) {
    return { parts, error };
  }
}

/** The error without its quote of the text, which depends on how much had arrived. */
const atPlace = (error: unknown) =>
  isXmlError(error)
    ? { at: [error.line, error.column], expected: error.expected, cut: error.truncated }
    : error;

function cutAt(text: string, cuts: readonly number[]): string[] {
  const ends = [...cuts.filter((cut) => cut < text.length), text.length].toSorted((a, b) => a - b);
  return ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end));
}

describe('streamFunctionCalls yields the same parts', () => {
  const whole = extractFunctionCalls(answer).parts;

  test('wherever the text is split in two', async () => {
    for (let cut = 0; cut <= answer.length; cut += 1) {
      expect(await read([answer.slice(0, cut), answer.slice(cut)])).toEqual({
        parts: whole,
        error: undefined,
      });
    }
  });

  test('for a text that arrives one code unit at a time, also with empty pieces between', async () => {
    expect((await read(answer.split(''))).parts).toEqual(whole);
    expect((await read(answer.split('').flatMap((unit) => ['', unit, '']))).parts).toEqual(whole);
  });

  test('for any valid or malformed answer, split anywhere', async () => {
    const block = functionCalls.map((calls) => FunctionCalls.serialize(calls));
    const text = fc.tuple(xmlText, block, xmlText).map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(fc.oneof(text, mutated(text)), fc.array(fc.nat(600)), async (answer, cuts) => {
        const inOne = await read([answer]);
        const inPieces = await read(cutAt(answer, cuts));
        expect(inPieces.parts).toEqual(inOne.parts);
        expect(atPlace(inPieces.error)).toEqual(atPlace(inOne.error));
        expect(inOne.error === undefined || isXmlError(inOne.error)).toBe(true);
        const extracted = valueOrRefusal(() => extractFunctionCalls(answer));
        expect(isXmlError(extracted) ? extracted : extracted.parts).toEqual(inOne.error ?? inOne.parts);
      }),
      { numRuns: 300 },
    );
  });
});

describe('streamFunctionCalls', () => {
  async function* logged(pieces: readonly string[], log: string[]): AsyncGenerator<string> {
    for (const piece of pieces) {
      log.push(`> ${piece}`);
      yield piece;
    }
  }

  test('yields prose at once, holds back the beginning of a tag, and yields a call when it is complete', async () => {
    const log: string[] = [];
    const pieces = [
      'Hello <',
      'b> <func',
      'tion_calls>',
      '<invoke><tool_name>t</tool_name></inv',
      'oke>',
      '</function_calls>Bye',
    ];
    for await (const part of streamFunctionCalls(logged(pieces, log))) {
      log.push(part.type === 'prose' ? part.text : `${part.call.tool_name}()`);
    }

    expect(log).toEqual([
      '> Hello <',
      'Hello ',
      '> b> <func',
      '<b> ',
      '> tion_calls>',
      '> <invoke><tool_name>t</tool_name></inv',
      '> oke>',
      't()',
      '> </function_calls>Bye',
      'Bye',
    ]);
  });

  test('closes the source when the consumer stops early', async () => {
    let ended = false;
    async function* text(): AsyncGenerator<string> {
      try {
        for (;;) yield 'more ';
      } finally {
        ended = true;
      }
    }
    for await (const part of streamFunctionCalls(text())) if (part.type === 'prose') break;
    expect(ended).toBe(true);
  });

  test('rejects with the error that the source throws', async () => {
    const failure = new Error('connection lost');
    async function* text(): AsyncGenerator<string> {
      yield '<function_calls>';
      throw failure;
    }
    await expect(streamFunctionCalls(text()).next()).rejects.toBe(failure);
  });
});

describe('streamFunctionCalls at the end of the text', () => {
  const cut = '<function_calls><invoke><tool_name>t</tool_name></invoke>\n';

  test('yields the complete calls, then throws for a call that is cut off', async () => {
    const { parts, error } = await read([`${cut}<invoke><tool_name>u`]);

    expect(parts).toEqual([{ type: 'call', call: { tool_name: 't', parameters: {} } }]);
    expect(error).toMatchObject({ name: 'XmlError', truncated: true, line: 2, column: 21 });
  });

  test('calls `stopped`, and accepts a missing closing tag if it returns true', async () => {
    let stopReason: string | undefined;
    async function* text(): AsyncGenerator<string> {
      yield cut;
      stopReason = 'stop_sequence';
    }
    const calls: AnswerPart[] = [];
    for await (const part of streamFunctionCalls(text(), { stopped: () => stopReason === 'stop_sequence' })) {
      calls.push(part);
    }
    expect(calls).toHaveLength(1);
    expect((await read([cut])).error).toMatchObject({ truncated: true });
  });

  test('throws for an incomplete <function_calls> tag, but takes a lone < as prose', async () => {
    expect((await read(['a <'])).parts).toEqual([{ type: 'prose', text: 'a <' }]);
    expect((await read(['a <function_calls'])).error).toMatchObject({ truncated: true, line: 1, column: 18 });
  });
});

test('streamFunctionCalls reads a long value in small pieces in linear time', async () => {
  const text = `<function_calls><invoke><tool_name>t</tool_name><parameters><a>${'lorem & '.repeat(250_000)}`;
  const pieces = Array.from({ length: Math.ceil(text.length / 20) }, (_, index) =>
    text.slice(index * 20, index * 20 + 20),
  );
  const { parts } = await read([...pieces, '</a></parameters></invoke></function_calls>']);
  expect(parts).toHaveLength(1);
});
