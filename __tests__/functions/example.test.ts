import { expect, test } from '@jest/globals';
import { runProgram } from '../support/run-program.js';
import { root } from '../support/typescript-versions.js';

test('examples/tools-from-functions.ts calls its functions natively and through XML', async () => {
  expect(await runProgram(`${root}examples/tools-from-functions.ts`)).toBe(`[get_weather: San Francisco, CA]
It is 15 degrees in San Francisco.
[get_current_stock_price: GM]
A share of General Motors is worth $38.50.
A light one: it is 15 degrees.
The current stock price of General Motors is $38.50.
`);
}, 60_000);
