import { beforeAll, describe, expect, test } from '@jest/globals';
import { runProgram } from '../support/run-program.js';
import { root } from '../support/typescript-versions.js';

describe('npm start', () => {
  let printed: string;
  beforeAll(async () => {
    printed = await runProgram(`${root}examples/tour.ts`);
  }, 60_000);

  test('prints the code of each of its eight steps', () => {
    const steps = printed.split(/^(?=[1-9] [A-Z])/m).slice(1);
    expect(steps.map((step) => /^│ \S.*$/m.test(step))).toEqual(Array(8).fill(true));
  });

  test.each([
    ['an answer', '\nThe capital of France is Paris.\n'],
    ['a streamed answer', '\nsalt writes on the sand.\n\nend_turn, '],
    ['the last answer of a conversation', '\nRome is older, by about five hundred years.\n'],
    ['the answer after two tool calls', /\nRome is warmer: 24 degrees, against 15 in Paris\. \(2 turns\)\n/],
    ['a structured output', '\nAda Lovelace, born in the year 1815\n'],
    ['the description of an image', '\nThis is the flag of France: '],
    ['the error for an unknown model', ' answered 404 not_found_error: model: claude-nonesuch. '],
    ['tokens and times', /\ntotal +\d+ +\d+ +\d+\n/],
  ])('prints %s', (_, text) => {
    expect(printed).toMatch(text);
  });

  test('prints two compile errors in the format of the compiler', () => {
    expect(printed).toContain(`
hello.ts:4:14 - error TS2345: Argument of type '200000' is not assignable to parameter of type '"claude-opus-5-5 generates at most 128000 tokens, not 200000"'.

4   .maxTokens(200_000)
               ~~~~~~~

hello.ts:5:16 - error TS2345: Argument of type '0.7' is not assignable to parameter of type '"claude-opus-5-5 rejects temperature, top_p and top_k"'.

5   .temperature(0.7)
                 ~~~
`);
  });

  test('prints no colors when stdout is not a terminal', () => {
    expect(printed).not.toContain('\u001b');
  });
});
