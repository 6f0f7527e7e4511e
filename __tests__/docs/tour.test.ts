import { beforeAll, describe, expect, test } from '@jest/globals';
import { runProgram } from '../support/run-program.js';
import { root } from '../support/typescript-versions.js';

describe('the tour of `npm start`', () => {
  let printed: string;
  beforeAll(async () => {
    printed = await runProgram(`${root}examples/tour.ts`);
  }, 60_000);

  test('shows the code of every stop', () => {
    const stops = printed.split(/^(?=[1-9] [A-Z])/m).slice(1);
    expect(stops.map((stop) => /^│ \S.*$/m.test(stop))).toEqual(Array(8).fill(true));
  });

  test.each([
    ['an answer', '\nThe capital of France is Paris.\n'],
    ['an answer that was read while it was written', '\nsalt writes on the sand.\n\nend_turn, '],
    ['the last answer of a conversation', '\nRome is older, by about five hundred years.\n'],
    ['what came of the calls of a tool', /\nRome is warmer: 24 degrees, against 15 in Paris\. \(2 turns\)\n/],
    ['an answer of a type', '\nAda Lovelace, born in the year 1815\n'],
    ['what is in a picture', '\nThis is the flag of France: '],
    [
      'what happened to a model that does not exist',
      ' answered 404 not_found_error: model: claude-nonesuch. ',
    ],
    ['tokens and times', /\ntotal +\d+ +\d+ +\d+\n/],
  ])('shows %s', (_, text) => {
    expect(printed).toMatch(text);
  });

  test('shows two refusals as the compiler prints them', () => {
    expect(printed).toContain(`
hello.ts:4:14 - error TS2345: Argument of type '200000' is not assignable to parameter of type '"claude-opus-5-5 generates at most 128000 tokens, not 200000"'.

4   .maxTokens(200_000)
               ~~~~~~~

hello.ts:5:16 - error TS2345: Argument of type '0.7' is not assignable to parameter of type '"claude-opus-5-5 rejects temperature, top_p and top_k"'.

5   .temperature(0.7)
                 ~~~
`);
  });

  test('uses no colours where nobody looks', () => {
    expect(printed).not.toContain('\u001b');
  });
});
