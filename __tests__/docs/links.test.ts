import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { documents } from '../support/documents.js';
import { root } from '../support/typescript-versions.js';

/** The anchors that GitHub generates from the headings of a page. */
function anchors(markdown: string): string[] {
  return [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );
}

function isBroken(from: string, file: string, anchor: string | undefined): boolean {
  const target = file === '' ? root + from : join(root, dirname(from), file);
  if (!existsSync(target)) return true;
  return anchor !== undefined && !anchors(readFileSync(target, 'utf8')).includes(anchor);
}

const [readme, ...pages] = documents();

describe('the README links to', () => {
  test.each(pages)('$path', ({ path }) => {
    expect(readme?.markdown).toContain(`](${path})`);
  });
});

describe('every file named on a page exists', () => {
  test.each(documents())('$path', ({ markdown }) => {
    const named = [...markdown.matchAll(/`((?:lib|__tests__|examples|scripts|bench)\/[\w./-]+)`/g)];
    expect(named.map(([, file = '']) => file).filter((file) => !existsSync(root + file))).toEqual([]);
  });
});

describe('every relative link on a page has a target', () => {
  test.each(documents())('$path', ({ path, markdown }) => {
    const prose = markdown.replace(/^( *)```[\s\S]*?^\1```$/gm, '');
    const links = [...prose.matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)];
    const broken = links.filter(([, file = '', anchor]) => isBroken(path, file, anchor));
    expect(broken.map(([link]) => link)).toEqual([]);
  });
});
