import { readdirSync, readFileSync } from 'node:fs';
import { root } from './typescript-versions.js';

export interface Page {
  /** From the root of the repository: `docs/xml.md`. */
  readonly path: string;
  readonly markdown: string;
}

/** The documents for users: the README and everything in docs/. */
export function documents(): Page[] {
  return [
    'README.md',
    ...readdirSync(`${root}docs`, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md'))
      .map((file) => `docs/${file}`)
      .toSorted(),
  ].map((path) => ({ path, markdown: readFileSync(root + path, 'utf8') }));
}
