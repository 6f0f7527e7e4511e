import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('results.json', import.meta.url);

/** Stores the figures of a program in results.json. `scripts/readme-pictures/main.mjs` writes some of them into the README. */
export function recordResults(program, figures) {
  const results = { ...JSON.parse(readFileSync(file, 'utf8')), [program]: figures };
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
}
