import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('results.json', import.meta.url);

/** Keeps what a program has measured, for `scripts/readme-pictures.mjs`, which writes it into the README. */
export function recordResults(program, figures) {
  const results = { ...JSON.parse(readFileSync(file, 'utf8')), [program]: figures };
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
}
