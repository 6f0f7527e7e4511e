// Generates docs/rules.md from the files of the rules and the refused requests in the tests:
//
//     node scripts/rules-doc.mjs [--check]
//
// With --check, it writes nothing and fails if the page is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { load, root } from './load.mjs';
import { notChecked } from './not-checked.mjs';
import { otherRules } from './other-rules.mjs';

const page = `${root}docs/rules.md`;

const { rules, refusedCases } = await load(`
  export { rules } from './lib/request/rules/all.ts';
  export { refusedCases } from './__tests__/request/cases/all.ts';
`);
const markdown = pageOf(rules.map(({ id }) => ruleOf(id)));

if (!process.argv.includes('--check')) writeFileSync(page, markdown);
else if (readFileSync(page, 'utf8') !== markdown) {
  console.error('docs/rules.md is out of date: run `node scripts/rules-doc.mjs`');
  process.exitCode = 1;
}

/** The doc comment of a rule, and an example of a request that breaks it. */
function ruleOf(id) {
  const source = readFileSync(`${root}lib/request/rules/${id}.ts`, 'utf8');
  const [, comment] = /\/\*\*\n((?: \*.*\n)+) \*\/\nexport const \w+: Rule/.exec(source) ?? [];
  if (comment === undefined) throw new Error(`lib/request/rules/${id}.ts: the rule has no doc comment`);
  const [text, ...tags] = comment.replace(/^ \* ?/gm, '').split(/^@(?=\w)/m);
  const tagged = (name) =>
    tags.flatMap((tag) => (tag.startsWith(`${name} `) ? [tag.slice(name.length + 1).trim()] : []));
  const [fix] = tagged('fix');
  const sources = tagged('source');
  if (!fix || sources.length === 0) throw new Error(`lib/request/rules/${id}.ts: @source or @fix is missing`);
  const cases = refusedCases.filter(({ rule }) => rule === id);
  const [example] = [...cases.filter(({ at }) => at !== undefined), ...cases];
  if (example === undefined) throw new Error(`${id}: no refused request in the tests breaks this rule`);
  return { id, text: text.trim(), fix, sources, runtime: tagged('runtime')[0], example };
}

function pageOf(documented) {
  const atCompileTime = documented.filter(({ runtime }) => runtime === undefined);
  return `${[
    '# Rules',
    '`node scripts/rules-doc.mjs` writes this page from the rules themselves. Every problem that clust reports has a\n' +
      '`rule`, and each rule has a section here.',
    'A rule refuses only requests that the API would answer with an error, and names its source. The compiler reports the rules that it can\n' +
      'check in the editor; `build()`, `problems()` and `MessagesRequest.parse()` check all rules at run time, with the same sentences.',
    `${documented.length} rules, ${atCompileTime.length} of them checked by the compiler: ${documented.map(({ id }) => `[\`${id}\`](#${id})`).join(', ')}.`,
    ...documented.map(section),
    '## Not checked',
    'The API also refuses these requests, and no rule checks them, because a source is missing or uncertain, or because only the API can know.\nclust sends such a request.',
    `| what | why |\n| --- | --- |\n${notChecked.map(([what, why]) => `| ${what} | ${why} |`).join('\n')}`,
    '## Other checks',
    'These checks concern clients, tools and other values, not the content of a request.',
    '| rule | refuses |\n| --- | --- |\n' +
      Object.entries(otherRules)
        .map(([id, what]) => `| [\`${id}\`](#${id}) | ${what.split('. ')[0].replace(/\.$/, '')} |`)
        .join('\n'),
    ...Object.entries(otherRules).map(([id, what]) => `### ${id}\n\n${what}`),
  ].join('\n\n')}\n`;
}

function section({ id, text, fix, sources, runtime, example }) {
  return [
    `## ${id}`,
    text,
    runtime === undefined ? 'The compiler and the run time check it.' : `The run time checks it. ${runtime}`,
    `\`\`\`js\n${chain(example.code)}\n// ${example.path}: ${example.sentence}\n\`\`\``,
    `To fix it: ${fix.replace(/\n/g, ' ')}`,
    `Source: ${sources.map((url) => `<${url}>`).join(', ')}`,
  ].join('\n\n');
}

/** Formats a chain of calls with one call per line. */
function chain(code) {
  let depth = 0;
  let lines = '';
  for (let index = 0; index < code.length; index += 1) {
    const char = code[index];
    if ('([{'.includes(char)) depth += 1;
    if (')]}'.includes(char)) depth -= 1;
    const isStep = char === '.' && depth === 0 && code[index - 1] === ')';
    lines += isStep ? `\n  ${char}` : char;
  }
  return lines;
}
