import { beforeAll, describe, expect, test } from '@jest/globals';
import { isValidationError } from '../../lib/index.js';
import { compileSnippets, type Diagnostic } from '../support/compile.js';
import { importUsed } from '../support/import-used.js';
import { peerCases } from './cases/peers.js';
import { runCase } from './cases/run-case.js';

test('of 54 requests that the API refuses all are refused before the network, and 46 at least by the compiler', () => {
  expect(peerCases.length).toBeGreaterThanOrEqual(54);
  expect(peerCases.filter(({ late }) => !late).length).toBeGreaterThanOrEqual(46);
});

describe('AT-5.3 the run time refuses, and sends nothing', () => {
  test.each(peerCases)('$what', async ({ code, sentence }) => {
    // Nothing listens where these would go: whoever sends gets a connection error.
    const caught: unknown = await Promise.resolve()
      .then(() => runCase(code))
      .catch((error: unknown) => error);
    expect(isValidationError(caught) ? caught.problems.map(({ message }) => message) : caught).toContainEqual(
      expect.stringContaining(sentence),
    );
  });
});

describe('AT-5.2 the compiler refuses, in one sentence', () => {
  const seen = peerCases.filter(({ late }) => !late);
  let found: Map<string, readonly Diagnostic[]>;
  beforeAll(() => {
    found = compileSnippets(
      '6.0',
      seen.map(({ what, code }) => ({ name: what, code: `${importUsed(code)}\n${code};\n` })),
    );
  }, 60_000);

  test.each(seen)('$what', ({ what, sentence }) => {
    const [first] = found.get(what) ?? [];
    expect(first?.message).toContain(sentence);
    // Beside what the request is, which the compiler prints where it refuses it as a whole.
    const said = first?.message.replace(/MessagesRequest(Builder)?<\{.*?\}>/, '');
    expect(said?.length).toBeLessThanOrEqual(310);
  });
});
