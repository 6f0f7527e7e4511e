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

test('dist/ is newer than every file of lib/', () => {
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

  test('contains only built files, docs, examples and the seven project files', () => {
    const projectFiles =
      /^(CHANGELOG\.md|CONTRIBUTING\.md|LICENSE-APACHE|LICENSE-MIT|README\.md|SECURITY\.md|package\.json)$/;
    const built = /^dist\/([\w/-]+(\.node)?\.(js|cjs|d\.ts|d\.cts)|THIRD-PARTY-LICENSES\.txt)$/;
    const documentation =
      /^(docs\/[\w/-]+\.md|docs\/[\w/-]+\.svg|examples\/(?!.*\b(dist|node_modules)\/)[\w/.-]+\.(ts|json|png|css|html|yaml))$/;
    const expected = [projectFiles, built, documentation];
    const others = tarball.files.filter((file) => !expected.some((each) => each.test(file)));
    expect(others).toEqual([]);
    expect(tarball.files.filter((file) => projectFiles.test(file))).toHaveLength(7);
  });

  test('contains every page, picture and example that its pages link to', () => {
    const pages = tarball.files.filter((file) => file.endsWith('.md'));
    const links = pages.flatMap((page) => {
      const prose = read(page).replace(/^( *)(```+)[\s\S]*?^\1\2$/gm, '');
      return [...prose.matchAll(/(?:\]\(|srcset="|src=")(?!https?:|#)([^)"#\s]+)/g)].map(([, link = '']) => ({
        page,
        target: posix.join(posix.dirname(page), link),
      }));
    });
    const isIncluded = (target: string) =>
      tarball.files.some((file) => file === target || file.startsWith(`${target}/`));
    expect(pages.length).toBeGreaterThan(20);
    expect(links.filter(({ page }) => page === 'README.md').length).toBeGreaterThan(20);
    expect(links.filter(({ target }) => !isIncluded(target))).toEqual([]);
  });

  test('contains every example that its pages name, except examples/monorepo', () => {
    const named = tarball.files
      .filter((file) => file.endsWith('.md'))
      .flatMap((page) => [...read(page).matchAll(/\bexamples\/[\w/-]+(?:\.\w+)?/g)].map(([path]) => path));
    const isIncluded = (path: string) => tarball.files.some((file) => file === path || file.startsWith(path));
    // publint rejects the nested packages of the monorepo. The pages say that it is in the repository.
    expect([...new Set(named)].filter((path) => !isIncluded(path))).toEqual(['examples/monorepo']);
  });

  test('passes publint', async () => {
    const { messages, pkg } = await publint({ pkgDir: root, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  test('passes are-the-types-wrong', () => {
    const attw = `${root}node_modules/@arethetypeswrong/cli/dist/index.js`;
    const { status, stdout } = spawnSync(process.execPath, [attw, tarball.path, '--no-color'], {
      encoding: 'utf8',
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining('No problems found') });
  });
});

describe('the built files', () => {
  /** The entry and the files that it shares with code that is loaded later. */
  const built = (extension: string) =>
    [`index${extension}`, ...readdirSync(`${root}dist/shared`).map((file) => `shared/${file}`)]
      .filter((file) => file.endsWith(extension))
      .map((file) => transformSync(read(`dist/${file}`), { minifyWhitespace: true }).code)
      .join('\n');

  test.each(['.js', '.cjs'])(
    'index%s contains the version of the package, and does not use the console',
    (extension) => {
      const code = built(extension);
      expect(code.match(/\b\w*version="[^"]+"/gi)).toContain(`version="${manifest.version}"`);
      expect(code.match(/\bconsole\.\w+\(/g)).toBeNull();
    },
  );

  test('in CommonJS require no ESM-only package, and include the licenses of the packages inside', () => {
    const loaded = [...built('.cjs').matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name);
    expect(loaded).not.toContain('ky');
    expect(loaded).not.toContain('eventsource-parser');
    const licenses = read('dist/THIRD-PARTY-LICENSES.txt');
    expect(licenses).toMatch(/^ky\n\nMIT License$/m);
    expect(licenses).toMatch(/^eventsource-parser\n\nMIT License$/m);
  });

  test.each(['index.d.ts', 'index.d.cts'])(
    '%s imports no other package, and keeps the doc comments without @category tags',
    (file) => {
      const declarations = read(`dist/${file}`);
      const { importedFiles, typeReferenceDirectives } = compilerOf('6.0').preProcessFile(declarations);
      expect([...importedFiles, ...typeReferenceDirectives].map(({ fileName }) => fileName)).toEqual([]);
      expect(declarations.includes('The base class of every error that clust throws.')).toBe(true);
      expect(declarations.match(/@category.*/g)).toBeNull();
    },
  );
});
