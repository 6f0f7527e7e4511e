import { beforeAll, describe, expect, test } from '@jest/globals';
import { isValidationError } from '../../lib/index.js';
import { compileSnippets, type Diagnostic } from '../support/compile.js';
import { importUsed } from '../support/import-used.js';
import { peerCases } from './cases/peers.js';
import { runCase } from './cases/run-case.js';

test('of at least 54 requests that the API refuses, the compiler refuses at least 46', () => {
  expect(peerCases.length).toBeGreaterThanOrEqual(54);
  expect(peerCases.filter(({ runtimeOnly }) => !runtimeOnly).length).toBeGreaterThanOrEqual(46);
});

describe('AT-5.3 at run time, clust refuses without a network call', () => {
  test.each(peerCases)('$what', async ({ code, sentence }) => {
    // A request that was sent would fail with another error.
    const caught: unknown = await Promise.resolve()
      .then(() => runCase(code))
      .catch((error: unknown) => error);
    expect(isValidationError(caught) ? caught.problems.map(({ message }) => message) : caught).toContainEqual(
      expect.stringContaining(sentence),
    );
  });
});

describe('AT-5.2 the compiler refuses in one sentence', () => {
  const refusedByCompiler = peerCases.filter(({ runtimeOnly }) => !runtimeOnly);
  let found: Map<string, readonly Diagnostic[]>;
  beforeAll(() => {
    found = compileSnippets(
      '6.0',
      refusedByCompiler.map(({ what, code }) => ({ name: what, code: `${importUsed(code)}\n${code};\n` })),
    );
  }, 60_000);

  test.each(refusedByCompiler)('$what', ({ what, sentence }) => {
    const [first] = found.get(what) ?? [];
    expect(first?.message).toContain(sentence);
    // The compiler prints the type of a request that it refuses as a whole. That part is not counted.
    const sentenceOnly = first?.message.replace(/MessagesRequest(Builder)?<\{.*?\}>/, '');
    expect(sentenceOnly?.length).toBeLessThanOrEqual(310);
  });
});
