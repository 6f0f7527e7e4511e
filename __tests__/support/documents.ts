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

/** The rows of all tables of a page with these column heads, as lists of cells. */
export function rowsUnder(head: readonly string[], markdown: string): string[][] {
  const rows: string[][] = [];
  let isBelow = false;
  for (const line of markdown.split('\n')) {
    const cells = line.startsWith('|')
      ? line
          .slice(1, -1)
          .split(' | ')
          .map((cell) => cell.trim())
      : [];
    if (cells.join() === head.join()) isBelow = true;
    else if (cells.length === 0) isBelow = false;
    else if (isBelow && !cells.every((cell) => /^-+$/.test(cell))) rows.push(cells);
  }
  return rows;
}
