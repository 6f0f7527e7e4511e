import { describe, expect, test } from '@jest/globals';
import { commentSnippets, fencedSnippets } from './fenced-snippets.js';

const page = `# Page

\`\`\`ts
const a = 1;
\`\`\`

\`\`\`sh
npm ci
\`\`\`

\`\`\`ts continued
a + 1;
\`\`\`

- in a list
  \`\`\`ts run
  if (true) {
    console.log(1);
  }
  \`\`\`
`;

describe('the snippets of a page', () => {
  const snippets = fencedSnippets('page.md', page);

  test('are its TypeScript blocks, with the number of their first line', () => {
    expect(snippets.map(({ place }) => place)).toEqual(['page.md:4', 'page.md:12', 'page.md:17']);
  });

  test('start with the code of the snippet that they continue', () => {
    expect(snippets.map(({ code }) => code)).toEqual([
      'const a = 1;\n',
      'const a = 1;\na + 1;\n',
      'if (true) {\n  console.log(1);\n}\n',
    ]);
  });

  test('are programs to run if their fence says so', () => {
    expect(snippets.map(({ runs }) => runs)).toEqual([false, false, true]);
  });

  test('have an expected compiler error if their fence says "refused"', () => {
    const refused = '```ts refused\nconst a: string = 1;\n```\n\n```text\nerror TS2322\n```\n';
    expect(fencedSnippets('page.md', refused).map(({ refusal }) => refusal)).toEqual(['error TS2322\n']);
    expect(() => fencedSnippets('page.md', '```ts refused\n```')).toThrow(
      'page.md:1: the block with the compiler error is missing below',
    );
  });

  test('must have a closed fence and a known info word', () => {
    expect(() => fencedSnippets('page.md', '```ts\nconst a = 1;')).toThrow(
      'page.md:1: this fence is never closed',
    );
    expect(() => fencedSnippets('page.md', '```ts runs\n```')).toThrow('page.md:1: unknown fence "ts runs"');
  });
});

test('the snippets of a doc comment have the line numbers of the source file', () => {
  const source = `const x = 1;\n\n/**\n * Adds.\n *\n * @example\n * \`\`\`ts\n * if (true) {\n *   add(1);\n * }\n * \`\`\`\n */\n`;
  expect(commentSnippets('add.ts', source)).toEqual([
    { place: 'add.ts:8', code: 'if (true) {\n  add(1);\n}\n', runs: false },
  ]);
});
