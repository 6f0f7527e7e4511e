import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { transformSync } from 'esbuild';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { pack } from '../support/pack.js';
import { compilerOf, root } from '../support/typescript-versions.js';

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

const read = (path: string) => readFileSync(root + path, 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;

test('dist/ was built from lib/ as it stands', () => {
  const changed = (path: string) => statSync(root + path).mtimeMs;
  const newest = readdirSync(`${root}lib`, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `lib/${file}`)
    .reduce((left, right) => (changed(left) > changed(right) ? left : right));
  expect({ built: changed('dist/index.d.ts') > changed(newest), newest }).toEqual({ built: true, newest });
});

describe('the tarball', () => {
  const tarball = pack();
  afterAll(() => rmSync(tarball.folder, { recursive: true }));

  test('holds the built files and the papers, nothing else', () => {
    const papers =
      /^(CHANGELOG\.md|CONTRIBUTING\.md|LICENSE-APACHE|LICENSE-MIT|README\.md|SECURITY\.md|package\.json)$/;
    const built = /^dist\/([\w/-]+(\.node)?\.(js|cjs|d\.ts|d\.cts)|THIRD-PARTY-LICENSES\.txt)$/;
    const told =
      /^(docs\/[\w/-]+\.md|docs\/[\w/-]+\.svg|examples\/(?!.*\b(dist|node_modules)\/)[\w/.-]+\.(ts|json|png|css|html|yaml))$/;
    const others = tarball.files.filter((file) => ![papers, built, told].some((each) => each.test(file)));
    expect(others).toEqual([]);
    expect(tarball.files.filter((file) => papers.test(file))).toHaveLength(7);
  });

  test('holds every page, picture and example that its pages link to', () => {
    const pages = tarball.files.filter((file) => file.endsWith('.md'));
    const links = pages.flatMap((page) => {
      const prose = read(page).replace(/^( *)(```+)[\s\S]*?^\1\2$/gm, '');
      return [...prose.matchAll(/(?:\]\(|srcset="|src=")(?!https?:|#)([^)"#\s]+)/g)].map(([, link = '']) => ({
        page,
        target: posix.join(posix.dirname(page), link),
      }));
    });
    const isThere = (target: string) =>
      tarball.files.some((file) => file === target || file.startsWith(`${target}/`));
    expect(pages.length).toBeGreaterThan(20);
    expect(links.filter(({ page }) => page === 'README.md').length).toBeGreaterThan(20);
    expect(links.filter(({ target }) => !isThere(target))).toEqual([]);
  });

  test('holds every example that its pages name', () => {
    const named = tarball.files
      .filter((file) => file.endsWith('.md'))
      .flatMap((page) => [...read(page).matchAll(/\bexamples\/[\w/-]+(?:\.\w+)?/g)].map(([path]) => path));
    const isThere = (path: string) => tarball.files.some((file) => file === path || file.startsWith(path));
    // Its packages have "exports", to which publint objects: the pages say that it is in the repository.
    expect([...new Set(named)].filter((path) => !isThere(path))).toEqual(['examples/monorepo']);
  });

  test('has nothing that publint would change', async () => {
    const { messages, pkg } = await publint({ pkgDir: root, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  test('resolves to the right types in every way that are-the-types-wrong knows', () => {
    const attw = `${root}node_modules/@arethetypeswrong/cli/dist/index.js`;
    const { status, stdout } = spawnSync(process.execPath, [attw, tarball.path, '--no-color'], {
      encoding: 'utf8',
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining('No problems found') });
  });
});

describe('what is built', () => {
  /** The entry, and the files that it shares with what is loaded later. */
  const built = (extension: string) =>
    [`index${extension}`, ...readdirSync(`${root}dist/shared`).map((file) => `shared/${file}`)]
      .filter((file) => file.endsWith(extension))
      .map((file) => transformSync(read(`dist/${file}`), { minifyWhitespace: true }).code)
      .join('\n');

  test.each(['.js', '.cjs'])('index%s knows the version of the package, and no console', (extension) => {
    const code = built(extension);
    expect(code.match(/\b\w*version="[^"]+"/gi)).toContain(`version="${manifest.version}"`);
    expect(code.match(/\bconsole\.\w+\(/g)).toBeNull();
  });

  test('CommonJS loads no package that is ESM only, and passes on the licences of what it contains', () => {
    const loaded = [...built('.cjs').matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name);
    expect(loaded).not.toContain('ky');
    expect(loaded).not.toContain('eventsource-parser');
    const licences = read('dist/THIRD-PARTY-LICENSES.txt');
    expect(licences).toMatch(/^ky\n\nMIT License$/m);
    expect(licences).toMatch(/^eventsource-parser\n\nMIT License$/m);
  });

  test.each(['index.d.ts', 'index.d.cts'])(
    '%s needs no other package, and keeps our doc comments only',
    (file) => {
      const declarations = read(`dist/${file}`);
      const { importedFiles, typeReferenceDirectives } = compilerOf('6.0').preProcessFile(declarations);
      expect([...importedFiles, ...typeReferenceDirectives].map(({ fileName }) => fileName)).toEqual([]);
      expect(declarations.includes('The base class of every error that clust throws.')).toBe(true);
      expect(declarations.match(/@category.*/g)).toBeNull();
    },
  );
});
