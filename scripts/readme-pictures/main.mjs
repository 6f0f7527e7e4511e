// Generates the pictures and the comparison table of the README, from the output of the compiler and from bench/results.json:
//
//     node scripts/readme-pictures/main.mjs [--check]
//
// With --check, it writes nothing and fails if a picture or the table is out of date.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { root } from '../load.mjs';
import { figuresPicture } from './figures.mjs';
import { refusalPicture } from './refusal.mjs';
import { escapeXml, themes } from './svg.mjs';
import { comparisonTable } from './table.mjs';

const results = JSON.parse(readFileSync(`${root}bench/results.json`, 'utf8'));
const pictures = { refusal: await refusalPicture(), figures: figuresPicture(results) };

const files = new Map();
let readme = readFileSync(`${root}README.md`, 'utf8');
for (const [name, { title, draw }] of Object.entries(pictures)) {
  for (const [theme, colors] of Object.entries(themes))
    files.set(`docs/pictures/${name}-${theme}.svg`, draw(colors));
  readme = replaceBetween(readme, name, pictureTag(name, title));
}
files.set('README.md', replaceBetween(readme, 'comparison', comparisonTable(results)));

const stale = [...files].filter(
  ([path, text]) => !existsSync(root + path) || readFileSync(root + path, 'utf8') !== text,
);
if (process.argv.includes('--check')) {
  for (const [path] of stale)
    console.error(`${path} is out of date: run \`node scripts/readme-pictures/main.mjs\``);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  mkdirSync(`${root}docs/pictures`, { recursive: true });
  for (const [path, text] of stale) writeFileSync(root + path, text);
}

/** Replaces the text between two comments of the README: `<!-- figures: begin -->` and `<!-- figures: end -->`. */
function replaceBetween(text, name, content) {
  const [begin, end] = ['begin', 'end'].map((side) => `<!-- ${name}: ${side} -->`);
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`README.md lacks the markers ${begin} and ${end}`);
  return `${before}${begin}\n\n${content}\n\n${end}${after}`;
}

function pictureTag(name, title) {
  return `<picture>
  <source media="(prefers-color-scheme: dark)" srcset="docs/pictures/${name}-dark.svg">
  <img alt="${escapeXml(title)}" src="docs/pictures/${name}-light.svg">
</picture>`;
}
