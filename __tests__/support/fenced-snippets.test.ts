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

  test('are those in TypeScript, with the line they start on', () => {
    expect(snippets.map(({ place }) => place)).toEqual(['page.md:4', 'page.md:12', 'page.md:17']);
  });

  test('stand alone, or after the one they continue', () => {
    expect(snippets.map(({ code }) => code)).toEqual([
      'const a = 1;\n',
      'const a = 1;\na + 1;\n',
      'if (true) {\n  console.log(1);\n}\n',
    ]);
  });

  test('are whole programs where the fence says so', () => {
    expect(snippets.map(({ runs }) => runs)).toEqual([false, false, true]);
  });

  test('are refused with what the compiler prints, where the fence says so', () => {
    const refused = '```ts refused\nconst a: string = 1;\n```\n\n```text\nerror TS2322\n```\n';
    expect(fencedSnippets('page.md', refused).map(({ refusal }) => refusal)).toEqual(['error TS2322\n']);
    expect(() => fencedSnippets('page.md', '```ts refused\n```')).toThrow(
      'page.md:1: what the compiler prints is missing below',
    );
  });

  test('must be closed, and marked with a word we know', () => {
    expect(() => fencedSnippets('page.md', '```ts\nconst a = 1;')).toThrow(
      'page.md:1: this fence is never closed',
    );
    expect(() => fencedSnippets('page.md', '```ts runs\n```')).toThrow('page.md:1: what is "ts runs"?');
  });
});

test('a doc comment is a page, too', () => {
  const source = `const x = 1;\n\n/**\n * Adds.\n *\n * @example\n * \`\`\`ts\n * if (true) {\n *   add(1);\n * }\n * \`\`\`\n */\n`;
  expect(commentSnippets('add.ts', source)).toEqual([
    { place: 'add.ts:8', code: 'if (true) {\n  add(1);\n}\n', runs: false },
  ]);
});
