// Generates docs/first-mistakes.md from the list in __tests__/docs/first-mistakes:
//
//     node scripts/first-mistakes-doc.mjs [--check]
//
// With --check, it writes nothing and fails if the page is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { load, root } from './load.mjs';

const page = `${root}docs/first-mistakes.md`;

const { mistakes, setting } = await load(`
  export { mistakes } from './__tests__/docs/first-mistakes/mistakes.ts';
  export { setting } from './__tests__/docs/first-mistakes/setting.ts';
`);

const markdown = `${[
  '# First mistakes',
  '`node scripts/first-mistakes-doc.mjs` writes this page. It lists mistakes that people make on their first day, with the first line that the\n' +
    'compiler prints (TypeScript 6.0), and the error that the program throws if it runs without types. "instead" is the correct code, for a\n' +
    'mistake that clust has no sentence for. A test compiles and runs each mistake.',
  'The mistakes use these values:',
  `\`\`\`js\n${setting.trim()}\n\`\`\``,
  ...[...new Set(mistakes.map(({ theme }) => theme))].flatMap((theme) => [
    `## ${theme}`,
    ...mistakes.filter((mistake) => mistake.theme === theme).map(section),
  ]),
].join('\n\n')}\n`;

if (!process.argv.includes('--check')) writeFileSync(page, markdown);
else if (readFileSync(page, 'utf8') !== markdown) {
  console.error('docs/first-mistakes.md is out of date: run `node scripts/first-mistakes-doc.mjs`');
  process.exitCode = 1;
}

function section({ code, compiler, runtime, instead }) {
  const lines = [
    compiler && `compiler: ${compiler}`,
    runtime && `run time: ${runtime.replaceAll('\n', '\n          ')}`,
    instead && `instead:  ${instead}`,
  ];
  return `\`\`\`text\n${code}\n\n${lines.filter(Boolean).join('\n')}\n\`\`\``;
}
