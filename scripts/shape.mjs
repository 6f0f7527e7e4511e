// Prints statistics of the source: `npm run shape`. They are the number and the length of the files in `lib/`, the number of
// small files with one importer in the same folder, and duplicated runs of lines.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const SMALL = 20;
const LARGE = 300;
const MIN_RUN = 8;

const files = readdirSync(join(root, 'lib'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => {
    const path = `lib/${file.replaceAll('\\', '/')}`;
    const text = readFileSync(join(root, path), 'utf8');
    const lines = text.trimEnd().split('\n');
    const code = text
      .trimEnd()
      .replace(/^ *\/\*\*.*?\*\/\n/gms, '')
      .split('\n').length;
    return { path, text, lines, code };
  });

/** The files that import each file. */
const importers = new Map(files.map(({ path }) => [path, new Set()]));
for (const { path, text } of files) {
  for (const [, target = ''] of text.matchAll(/(?:from|import\()\s*'(\.[^']+)\.js'/g))
    importers.get(join(dirname(path), `${target}.ts`))?.add(path);
}

const lengths = files.map(({ lines }) => lines.length).sort((one, other) => one - other);
const small = files.filter(({ lines }) => lines.length <= SMALL);
const singleUse = small.filter(({ path }) => {
  const [only, ...rest] = importers.get(path);
  return only !== undefined && rest.length === 0 && dirname(only) === dirname(path);
});
const largest = files.toSorted((one, other) => other.lines.length - one.lines.length).slice(0, 5);

console.log(`files      ${files.length}`);
console.log(`lines      ${lengths.reduce((sum, length) => sum + length, 0)}`);
console.log(`median     ${lengths[Math.floor(lengths.length / 2)]}`);
console.log(
  `over ${LARGE}   ${files.filter(({ lines }) => lines.length > LARGE).length}, ` +
    `without doc comments ${files.filter(({ code }) => code > LARGE).length}`,
);
console.log(
  `up to ${SMALL}   ${small.length}, ${singleUse.length} of them with one importer in the same folder`,
);
console.log(
  `largest    ${largest.map(({ path, lines, code }) => `${path} (${lines.length}, without doc comments ${code})`).join('\n           ')}`,
);
console.log(`duplicated ${duplicatedRuns().join('\n           ') || 'nothing'}`);

/** Runs of at least `MIN_RUN` equal lines in two places. Imports, comments and closing brackets do not count. */
function duplicatedRuns() {
  const seen = new Map();
  const found = [];
  for (const { path, lines } of files) {
    const code = lines
      .map((line, index) => ({ line: line.trim(), number: index + 1 }))
      .filter(({ line }) => /\w/.test(line) && !/^(import|export \{|export type \{|\*|\/\*|\/\/)/.test(line));
    let end = -1;
    for (let start = 0; start + MIN_RUN <= code.length; start += 1) {
      const run = code.slice(start, start + MIN_RUN);
      const key = run.map(({ line }) => line).join('\n');
      const place = `${path}:${run[0].number}`;
      const before = seen.get(key);
      if (before === undefined) seen.set(key, place);
      else if (start > end) {
        found.push(`${before} and ${place}`);
        end = start + MIN_RUN;
      }
    }
  }
  return found;
}
