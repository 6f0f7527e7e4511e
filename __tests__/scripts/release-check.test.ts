import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { root } from '../support/typescript-versions.js';

const home = {
  repository: { type: 'git', url: 'git+https://example.com/clust/clust.git' },
  homepage: 'https://example.com/clust',
  bugs: { url: 'https://example.com/clust/clust/issues' },
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'release-'));
  mkdirSync(join(folder, 'scripts'));
  cpSync(`${root}scripts/release-check.mjs`, join(folder, 'scripts/release-check.mjs'));
  write({ name: 'pkg', version: '1.2.3', exports: {} });
  writeFileSync(join(folder, 'README.md'), 'See [the guide](docs/guide.md).\n');
  writeFileSync(join(folder, 'CHANGELOG.md'), '## [1.2.3] - 2026-11-29\n');
  git('init', '--quiet');
  commit();
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (manifest: object) =>
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
const git = (...args: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test@example.com', ...args], {
    cwd: folder,
  });
const commit = () => {
  git('add', '--all');
  git('commit', '--quiet', '--message', 'change');
};
const check = () =>
  spawnSync(process.execPath, ['scripts/release-check.mjs', '--quick'], { cwd: folder, encoding: 'utf8' });

test('release-check lists the missing repository fields of package.json, and what to write', () => {
  const { status, stdout } = check();
  expect(status).toBe(1);
  expect(stdout).toContain('"repository" is missing in package.json: write "repository": { "type": "git", ');
  expect(stdout).toContain('"homepage" is missing in package.json: write "homepage": "https://…"');
  expect(stdout).toContain('"bugs" is missing in package.json: write "bugs": { "url": ');

  write({ name: 'pkg', version: '1.2.3', exports: {}, ...home });
  expect(check().stdout).toContain('ok      package.json says where the project lives');
});

test('release-check accepts a tag of the version at this commit, and rejects one at another commit', () => {
  git('tag', 'v1.2.3');
  expect(check().stdout).toContain('ok      the version is new, and the changelog has it');
  write({ name: 'pkg', version: '1.2.3', exports: {}, ...home });
  commit();
  expect(check().stdout).toContain('the tag v1.2.3 is at another commit: raise "version" in package.json');
});

test('release-check reports a link to a file outside the package', () => {
  expect(check().stdout).toContain('README.md links to docs/guide.md, which is not in the package');
});

test('CHANGELOG.md has a section for the next release or a version', () => {
  expect(readFileSync(`${root}CHANGELOG.md`, 'utf8')).toMatch(/^## \[(Unreleased|\d+\.\d+\.\d+.*)\]/m);
});
