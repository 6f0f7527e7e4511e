import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { dist, fileOf } from './serve.mjs';

if (!existsSync(`${dist}index.html`)) throw new Error('site/dist is missing: run `npm run site` first');

const files = readdirSync(dist, { recursive: true }).filter((file) => file.endsWith('.html'));
const anchors = new Map();
const anchorsOf = (file) => {
  if (!anchors.has(file)) {
    const html = readFileSync(file, 'utf8');
    anchors.set(
      file,
      new Set([...html.matchAll(/ (?:id|name)="([^"]+)"/g)].map(([, id]) => decodeURIComponent(id))),
    );
  }
  return anchors.get(file);
};

test('the build contains the pages of docs/, the playground and the API reference', () => {
  for (const page of [
    'getting-started',
    'rules',
    'playground',
    'api/index/interfaces/MessagesRequestBuilder',
  ])
    assert.ok(fileOf(`/${page}`), page);
  assert.ok(files.length > 300, `${files.length} pages`);
});

test('every internal link leads to an existing page and heading', () => {
  const broken = [];
  for (const name of files) {
    const html = readFileSync(dist + name, 'utf8');
    for (const [, href] of html.matchAll(/<a [^>]*href="([^"]*)"/g)) {
      if (/^(https?:|mailto:)/.test(href)) continue;
      const { pathname, hash } = new URL(href.replaceAll('&amp;', '&'), `http://site/${name}`);
      const target = fileOf(pathname);
      const anchor = decodeURIComponent(hash.slice(1));
      if (
        target === undefined ||
        (anchor !== '' && target.endsWith('.html') && !anchorsOf(target).has(anchor))
      )
        broken.push(`${name}: ${href}`);
    }
  }
  assert.deepEqual([...new Set(broken)], []);
});

test('every link in llms.txt leads to an existing file', () => {
  const links = [...readFileSync(`${dist}llms.txt`, 'utf8').matchAll(/\]\(([^)]+)\)/g)].map(
    ([, link]) => link,
  );
  assert.ok(links.length > 30);
  assert.deepEqual(
    links.filter((link) => fileOf(link) === undefined),
    [],
  );
});
