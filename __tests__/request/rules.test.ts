import { beforeAll, describe, expect, test } from '@jest/globals';
import * as clust from '../../lib/index.js';
import { isValidationError } from '../../lib/index.js';
import { rules } from '../../lib/request/rules/all.js';
import { compileSnippets, type Diagnostic } from '../support/compile.js';
import { typescriptVersions } from '../support/typescript-versions.js';
import { refusedCases } from './cases/all.js';

const names = Object.keys(clust);

/** Runs the code of a case, with the public names of the package in scope. */
function run(code: string): unknown {
  return new Function(...names, `return ${code}`)(...Object.values(clust));
}

describe('the run time refuses', () => {
  test.each(refusedCases)('$rule: $code', ({ code, rule, path, sentence }) => {
    let caught: unknown;
    try {
      run(code);
    } catch (error) {
      caught = error;
    }
    expect(isValidationError(caught) ? caught.problems : caught).toContainEqual({
      path,
      rule,
      message: sentence,
    });
  });
});

const seen = refusedCases.filter(({ at }) => at !== undefined);

describe.each(typescriptVersions)('TypeScript %s refuses', (version) => {
  let found: Map<string, readonly Diagnostic[]>;
  beforeAll(() => {
    const imports = `import { ${names.join(', ')} } from 'clust';`;
    found = compileSnippets(
      version,
      seen.map(({ code }) => ({ name: code, code: `${imports}\n${code};\n` })),
    );
  }, 60_000);

  test.each(seen)('$rule: $code', ({ code, sentence, at }) => {
    const [first] = found.get(code) ?? [];
    expect(first?.message).toContain(sentence);
    // A literal as long as a paragraph is told by how it starts.
    expect(first?.underlined.startsWith(at ?? '')).toBe(true);
  });
});

describe('every rule', () => {
  test.each(rules)('$id has a case that the run time refuses', ({ id }) => {
    expect(refusedCases.map(({ rule }) => rule)).toContain(id);
  });
});
