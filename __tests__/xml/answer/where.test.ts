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

describe("where: 'end', the default", () => {
  test.each([
    ['a block that ends the answer', `Let me see. ${block('a')}`, ['a']],
    ['with white space behind it', `${block('a')} \n`, ['a']],
    ['several in a row', `${block('a')}\n${block('b', 'c')}`, ['a', 'b', 'c']],
    ['not one that prose follows', `${block('a')} would delete it.`, []],
    ['not one in a code fence', `\`\`\`xml\n${block('a')}\n\`\`\``, []],
    ['the last one, not the quoted one before it', `He wrote: ${block('a')} So: ${block('b')}`, ['b']],
    [
      'one that made-up results follow',
      `${block('a')}\n<function_results >1</function_results> ${block('b')}`,
      ['a'],
    ],
    [
      'one behind a quoted block that cannot be read',
      `As in <function_calls><x></function_calls> I do ${block('b')}`,
      ['b'],
    ],
    ['one behind a mention of the tag', `I write <function_calls> for it: ${block('b')}`, ['b']],
    [
      'a closing tag inside a CDATA section closes nothing',
      `<function_calls><invoke><tool_name>a</tool_name><parameters><x><![CDATA[</function_calls> z]]></x></parameters></invoke></function_calls>`,
      ['a'],
    ],
  ])('%s', (_, text, names) => {
    expect(namesIn(text)).toEqual(names);
    const { prose, invoke } = extractFunctionCalls(text);
    if (invoke.length === 0) expect(prose).toBe(text);
  });

  test('one that the stop sequence cut', () => {
    const cut = `Example: ${block('a')} Now: ${block('b')}`.replace(/<\/function_calls>$/, '');
    expect(namesIn(cut, { stopped: true })).toEqual(['b']);
    expect(() => namesIn(cut)).toThrow(/cut off/);
  });

  test('a block at the end that cannot be read is an error', () => {
    expect(() => namesIn(`Now: <function_calls><x></function_calls>`)).toThrow(/expected <invoke>/);
    expect(() => namesIn(`Now: <function_calls><x></function_calls>\n${block('b')}`)).toThrow(
      /expected <invoke>/,
    );
  });

  test('the same parts come out however the answer is cut', async () => {
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

describe("where: 'anywhere'", () => {
  const options = { where: 'anywhere' } as const;

  test('every block is called', () => {
    expect(namesIn(`He wrote: ${block('a')} So: ${block('b')} Well.`, options)).toEqual(['a', 'b']);
  });

  test('a mention of the tag behind a valid call does not lose the call', () => {
    const text = `${block('a')} I wrote it in <function_calls> as you asked.`;
    const { prose } = extractFunctionCalls(text, options);
    expect(namesIn(text, options)).toEqual(['a']);
    expect(prose).toBe(' I wrote it in <function_calls> as you asked.');
  });
});

/** Neighboring prose as one part. */
function merged(parts: readonly AnswerPart[]): AnswerPart[] {
  const all: AnswerPart[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (part.type !== 'prose' || last?.type !== 'prose') all.push(part);
    else all[all.length - 1] = { type: 'prose', text: last.text + part.text };
  }
  return all;
}
