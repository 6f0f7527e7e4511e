// Writes the pages of the site into site/.cache/pages: the pages of docs/, the API reference, the home page and the playground.
// Needs dist/ of the package, because the snippets and the playground use its declarations.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeApiReference } from './api-reference.mjs';
import { llmsText } from './llms-text.mjs';
import { pages as out, root } from './places.mjs';
import { writePlaygroundEditor } from './playground-editor.mjs';
import { writePlaygroundFiles } from './playground-files.mjs';
import { sections, titleOf } from './sections.mjs';
import { sitePage } from './site-page.mjs';

if (!existsSync(`${root}dist/index.d.ts`))
  throw new Error('dist/ is missing: run `npm run build` in the root');

rmSync(out, { recursive: true, force: true });
mkdirSync(`${out}public/playground`, { recursive: true });
const write = (path, text) => {
  mkdirSync(dirname(out + path), { recursive: true });
  writeFileSync(out + path, text);
};

const documents = readdirSync(`${root}docs`).filter((file) => file.endsWith('.md'));
const listed = new Set(sections.flatMap(({ pages }) => pages));
const unlisted = documents.filter((file) => !listed.has(file.replace('.md', '')));
if (unlisted.length > 0)
  throw new Error(`site/build/sections.mjs does not list these pages: ${unlisted.join(', ')}`);

for (const file of documents) {
  const markdown = readFileSync(`${root}docs/${file}`, 'utf8');
  write(file, sitePage(file, markdown));
  // The unchanged Markdown file, for programs that read Markdown.
  write(`public/${file}`, markdown);
}
for (const name of ['CHANGELOG', 'CONTRIBUTING', 'SECURITY'])
  write(
    `${name.toLowerCase()}-file.md`,
    sitePage(`../${name}.md`, readFileSync(`${root}${name}.md`, 'utf8')),
  );

cpSync(fileURLToPath(new URL('../pages', import.meta.url)), out, { recursive: true });
write('public/llms.txt', llmsText(titleOf));
write(
  'public/llms-full.txt',
  documents.map((file) => readFileSync(`${root}docs/${file}`, 'utf8')).join('\n\n'),
);
await writePlaygroundFiles(`${out}public/playground/`);
await writePlaygroundEditor(`${out}public/playground/`);
await writeApiReference(`${out}api`);
