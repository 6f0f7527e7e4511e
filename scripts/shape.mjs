// What the source looks like from afar: `npm run shape`. Prints how many files `lib/` has and how long they are, the small files
// that only a neighbor imports, and the runs of lines that stand in more than one place.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const SMALL = 20;
const LARGE = 300;
const RUN = 8;

const files = readdirSync(join(root, 'lib'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => {
    const path = `lib/${file.replaceAll('\\', '/')}`;
    const text = readFileSync(join(root, path), 'utf8');
    return { path, text, lines: text.trimEnd().split('\n') };
  });

/** Who imports a file. */
const importers = new Map(files.map(({ path }) => [path, new Set()]));
for (const { path, text } of files) {
  for (const [, target = ''] of text.matchAll(/(?:from|import\()\s*'(\.[^']+)\.js'/g))
    importers.get(join(dirname(path), `${target}.ts`))?.add(path);
}

const lengths = files.map(({ lines }) => lines.length).sort((one, other) => one - other);
const small = files.filter(({ lines }) => lines.length <= SMALL);
const loneNeighbors = small.filter(({ path }) => {
  const [only, ...rest] = importers.get(path);
  return only !== undefined && rest.length === 0 && dirname(only) === dirname(path);
});
const largest = files.toSorted((one, other) => other.lines.length - one.lines.length).slice(0, 5);

console.log(`files      ${files.length}`);
console.log(`lines      ${lengths.reduce((sum, length) => sum + length, 0)}`);
console.log(`median     ${lengths[Math.floor(lengths.length / 2)]}`);
console.log(`over ${LARGE}   ${files.filter(({ lines }) => lines.length > LARGE).length}`);
console.log(
  `up to ${SMALL}   ${small.length}, of which ${loneNeighbors.length} have one importer, next door`,
);
console.log(
  `largest    ${largest.map(({ path, lines }) => `${path} (${lines.length})`).join('\n           ')}`,
);
console.log(`repeated   ${repeatedRuns().join('\n           ') || 'no run of lines'}`);

/** Runs of at least `RUN` equal lines in two places, without imports, comments and closing brackets. */
function repeatedRuns() {
  const seen = new Map();
  const found = [];
  for (const { path, lines } of files) {
    const code = lines
      .map((line, index) => ({ line: line.trim(), number: index + 1 }))
      .filter(({ line }) => /\w/.test(line) && !/^(import|export \{|export type \{|\*|\/\*|\/\/)/.test(line));
    let end = -1;
    for (let start = 0; start + RUN <= code.length; start += 1) {
      const run = code.slice(start, start + RUN);
      const key = run.map(({ line }) => line).join('\n');
      const place = `${path}:${run[0].number}`;
      const before = seen.get(key);
      if (before === undefined) seen.set(key, place);
      else if (start > end) {
        found.push(`${before} and ${place}`);
        end = start + RUN;
      }
    }
  }
  return found;
}
