import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { extractFunctionCalls, Invoke } from '../../lib/xml/index.js';
import { limits } from '../../lib/xml/text/limits.js';
import { describeWithFixtures, haveFixtures, readFixtureJson } from '../support/fixtures.js';
import { valueOrRefusal } from './support/refusals.js';

const page = readFileSync(new URL('../../docs/xml.md', import.meta.url), 'utf8');

const cellsOf = (line: string) =>
  line
    .slice(1, -1)
    .split(' | ')
    .map((cell) => cell.trim());

/** The rows of the table that has this header. */
function rowsUnder(...header: readonly string[]): string[][] {
  const lines = page.split('\n');
  const start = lines.findIndex((line) => cellsOf(line).join() === header.join());
  const length = lines.slice(start).findIndex((line) => !line.startsWith('|'));
  // Skips the header and the line of dashes below it.
  return lines.slice(start + 2, start + length).map(cellsOf);
}

const code = (cell: string) => cell.replace(/^`([\s\S]*)`$/, '$1');

describe('the table of parsing decisions in docs/xml.md', () => {
  const rows = rowsUnder('the text', 'is read as', 'because');

  test('has more than ten rows', () => {
    expect(rows.length).toBeGreaterThan(10);
  });

  test.each(rows)('is right: %s is read as %s', (text = '', answer = '') => {
    const call = `<invoke><tool_name>t</tool_name><parameters><p>${code(text)}</p></parameters></invoke>`;
    const outcome = valueOrRefusal(() => Invoke.parse(call));
    expect(outcome instanceof Error ? 'refused' : JSON.stringify(outcome.parameters.p)).toBe(code(answer));
  });
});

describe('the limits in docs/xml.md', () => {
  test('match the limits in the code', () => {
    const [, sentence = ''] = /\nThe limits are ([\s\S]*?)\. The time/.exec(page) ?? [];
    const numbers = [...sentence.replaceAll(',', '').matchAll(/\d+/g)].map(Number);
    expect(numbers).toEqual([
      limits.length / 1024 ** 2,
      limits.elements,
      limits.depth,
      limits.tag,
      limits.calls,
    ]);
  });
});

interface PublicCase {
  readonly input: string;
  readonly reference_answer: { readonly status: boolean; readonly reason?: string };
}

describeWithFixtures('the table of public test cases in docs/xml.md', () => {
  const cases = haveFixtures ? readFixtureJson<PublicCase[]>('xml/parser_cases.json') : [];
  const rows = rowsUnder('case', 'the first reader', '`extractFunctionCalls()`');

  function answerTo(input: string): string {
    const outcome = valueOrRefusal(() => extractFunctionCalls(input));
    if (!(outcome instanceof Error))
      return outcome.invoke.map((call) => call.tool_name).join(', ') || 'no calls';
    const expected = `${outcome.expected}`.replace(/<\/?\w+>/g, (tag) => `\`${tag}\``);
    return `${outcome.truncated ? 'cut off' : 'refused'}: expected ${expected}`;
  }

  test('lists every case', () => {
    expect(rows.map(([number]) => Number(number))).toEqual(cases.map((_, index) => index + 1));
  });

  test.each(cases.map((each, index) => [index + 1, each] as const))(
    'shows what extractFunctionCalls returns for case %i',
    (number, each) => {
      const [, , answer] = rows[number - 1] ?? [];
      expect(answerTo(each.input)).toBe(answer);
      expect(each.reference_answer.status).toBe(!/^(cut off|refused)/.test(answer ?? ''));
    },
  );

  test('case 2 parses as a call when `stopped` is true', () => {
    const { invoke } = extractFunctionCalls(cases[1]?.input ?? '', { stopped: true });
    expect(invoke).toEqual([{ tool_name: 'perform_addition', parameters: { a: '305', b: '300' } }]);
  });
});
