import { describe, expect, test } from '@jest/globals';
import {
  type AnswerPart,
  type ExtractOptions,
  extractFunctionCalls,
  streamFunctionCalls,
} from '../../../lib/xml/index.js';

const block = (...names: string[]) =>
  `<function_calls>${names.map((name) => `<invoke><tool_name>${name}</tool_name></invoke>`).join('')}</function_calls>`;
const namesIn = (text: string, options?: ExtractOptions) =>
  extractFunctionCalls(text, options).invoke.map(({ tool_name }) => tool_name);

describe("with where: 'end', the default, extractFunctionCalls", () => {
  test.each([
    ['returns a block at the end of the answer', `Let me see. ${block('a')}`, ['a']],
    ['returns a block with whitespace after it', `${block('a')} \n`, ['a']],
    ['returns several blocks in a row', `${block('a')}\n${block('b', 'c')}`, ['a', 'b', 'c']],
    ['ignores a block with prose after it', `${block('a')} would delete it.`, []],
    ['ignores a block in a code fence', `\`\`\`xml\n${block('a')}\n\`\`\``, []],
    [
      'returns the last block and ignores a quoted block before it',
      `He wrote: ${block('a')} So: ${block('b')}`,
      ['b'],
    ],
    [
      'returns a block with invented results after it',
      `${block('a')}\n<function_results >1</function_results> ${block('b')}`,
      ['a'],
    ],
    [
      'returns a block after a malformed quoted block',
      `As in <function_calls><x></function_calls> I do ${block('b')}`,
      ['b'],
    ],
    ['returns a block after a mention of the tag', `I write <function_calls> for it: ${block('b')}`, ['b']],
    [
      'ignores a closing tag inside a CDATA section',
      `<function_calls><invoke><tool_name>a</tool_name><parameters><x><![CDATA[</function_calls> z]]></x></parameters></invoke></function_calls>`,
      ['a'],
    ],
  ])('%s', (_, text, names) => {
    expect(namesIn(text)).toEqual(names);
    const { prose, invoke } = extractFunctionCalls(text);
    if (invoke.length === 0) expect(prose).toBe(text);
  });

  test('returns a block that the stop sequence ended only when `stopped` is true', () => {
    const cut = `Example: ${block('a')} Now: ${block('b')}`.replace(/<\/function_calls>$/, '');
    expect(namesIn(cut, { stopped: true })).toEqual(['b']);
    expect(() => namesIn(cut)).toThrow(/cut off/);
  });

  test('throws for a malformed block at the end', () => {
    expect(() => namesIn(`Now: <function_calls><x></function_calls>`)).toThrow(/expected <invoke>/);
    expect(() => namesIn(`Now: <function_calls><x></function_calls>\n${block('b')}`)).toThrow(
      /expected <invoke>/,
    );
  });

  test('returns the same parts that streamFunctionCalls yields, wherever the answer is split', async () => {
    const texts = [
      `He wrote: ${block('a')} So: ${block('b', 'c')}\n${block('d')}`,
      `${block('a')}\n<function_results>1</function_results> ${block('b')}`,
      `As in <function_calls><x></function_calls> or <function_calls> I do ${block('b')}\n`,
      `${block('a')} <function_resul`,
    ];
    for (const text of texts) {
      const whole = JSON.stringify(extractFunctionCalls(text).parts);
      const cuts = [...text].map((_, at) => [text.slice(0, at), text.slice(at)]);
      for (const pieces of [[...text], ...cuts]) {
        const parts: AnswerPart[] = [];
        for await (const part of streamFunctionCalls(pieces)) parts.push(part);
        expect(JSON.stringify(merged(parts))).toBe(whole);
      }
    }
  });
});

describe("with where: 'anywhere', extractFunctionCalls", () => {
  const options = { where: 'anywhere' } as const;

  test('returns every block', () => {
    expect(namesIn(`He wrote: ${block('a')} So: ${block('b')} Well.`, options)).toEqual(['a', 'b']);
  });

  test('returns a valid call that a mention of the tag follows', () => {
    const text = `${block('a')} I wrote it in <function_calls> as you asked.`;
    const { prose } = extractFunctionCalls(text, options);
    expect(namesIn(text, options)).toEqual(['a']);
    expect(prose).toBe(' I wrote it in <function_calls> as you asked.');
  });
});

/** Joins adjacent prose. */
function merged(parts: readonly AnswerPart[]): AnswerPart[] {
  const all: AnswerPart[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (part.type !== 'prose' || last?.type !== 'prose') all.push(part);
    else all[all.length - 1] = { type: 'prose', text: last.text + part.text };
  }
  return all;
}
