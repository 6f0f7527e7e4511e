// Says what stands between this tree and a release: `npm run release:check`. Nothing is changed, and nothing is published.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path) => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(read('package.json'));
const isQuick = process.argv.includes('--quick');

const run = (command, ...args) =>
  execFileSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64e6,
  });

/** What a command says when it fails, and nothing when it does not. */
function complaint(command, ...args) {
  try {
    run(command, ...args);
    return [];
  } catch ({ stdout = '', stderr = '', message }) {
    const said = `${stdout}${stderr}`.trim().split('\n').slice(-15).join('\n    ');
    return [`${[command, ...args].join(' ')} failed:\n    ${said || message}`];
  }
}

const jest = (...paths) => complaint('npm', 'run', '-s', 'jest', '--', '-w', '1', ...paths);

const tarball = () => JSON.parse(run('npm', 'pack', '--dry-run', '--json', '--ignore-scripts'))[0];

/** Links of the packed Markdown that lead out of the package. */
function brokenLinks(files) {
  return [...files]
    .filter((path) => path.endsWith('.md'))
    .flatMap((path) => {
      const prose = read(path).replace(/^( *)(```+)[\s\S]*?^\1\2$/gm, '');
      const links = [...prose.matchAll(/(?:\]\(|srcset="|src=")(?!https?:|#|data:)([^)"#\s]+)/g)];
      return links
        .map(([, link]) => normalize(join(dirname(path), link)).replace(/\/$/, ''))
        .filter((target) => !files.has(target) && ![...files].some((each) => each.startsWith(`${target}/`)))
        .map(
          (target) =>
            `${path} links to ${target}, which is not in the package: add it to "files" of package.json`,
        );
    });
}

/** Each check gives what is missing, and what to do about it. */
const quick = {
  'the tree is clean': () =>
    run('git', 'status', '--porcelain') === ''
      ? []
      : ['there are changes that are not committed: commit or stash them'],

  'package.json says where the project lives': () => {
    const examples = {
      repository: '{ "type": "git", "url": "git+https://HOST/OWNER/NAME.git" }',
      homepage: '"https://…"',
      bugs: '{ "url": "https://HOST/OWNER/NAME/issues" }',
    };
    return Object.entries(examples)
      .filter(([field]) => manifest[field] === undefined)
      .map(([field, example]) => `"${field}" is missing in package.json: write "${field}": ${example}`);
  },

  'the version is new, and the changelog has it': () => {
    const { version } = manifest;
    const found = [];
    if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
      found.push(`"version" ${version} is no version: write 1.2.3 or 1.2.3-beta.1`);
    // The workflow of a release runs at the commit of its tag.
    const released = run('git', 'tag', '--list', `v${version}`) !== '';
    if (released && run('git', 'tag', '--points-at', 'HEAD', `v${version}`) === '')
      found.push(`the tag v${version} is at another commit: raise "version" in package.json`);
    if (!read('CHANGELOG.md').includes(`## [${version}] - `))
      found.push(`CHANGELOG.md has no "## [${version}] - YYYY-MM-DD": move what is under [Unreleased] there`);
    return found;
  },

  'dist/ is there': () =>
    existsSync(join(root, 'dist/index.js')) ? [] : ['dist/ is missing: npm run build'],

  'every entry of exports is there, with its types': () =>
    Object.values(manifest.exports)
      .flatMap((entry) =>
        typeof entry === 'string' ? entry : Object.values(entry).flatMap((each) => Object.values(each)),
      )
      .filter((path) => !existsSync(join(root, path)))
      .map((path) => `${path} is named in "exports" and is not there: npm run build`),

  'the tarball has what is needed, and nothing else': () => {
    const { files, size } = tarball();
    const paths = new Set(files.map(({ path }) => path));
    const needed = [
      'README.md',
      'CHANGELOG.md',
      'LICENSE-MIT',
      'LICENSE-APACHE',
      'dist/cli.js',
      'docs/getting-started.md',
    ];
    const unwanted = [...paths].filter(
      (path) => !/^(dist|docs|examples)\/|^[A-Z-]+(\.md)?$|^package\.json$/.test(path),
    );
    return [
      ...needed
        .filter((path) => !paths.has(path))
        .map((path) => `${path} is not in the package: add it to "files"`),
      ...unwanted.map((path) => `${path} is in the package: take it out of "files"`),
      ...(size > 1_500_000 ? [`the package has ${size} bytes, more than 1.5 MB: look for what came in`] : []),
      ...brokenLinks(paths),
    ];
  },
};

/** The other checks read what it builds. */
const build = { 'the package builds': () => complaint('npm', 'run', '-s', 'build') };

/** Checks that take minutes. */
const slow = {
  'publint has nothing to say': () => complaint('npx', '--no-install', 'publint', '--strict'),

  // Entries of Markdown and JSON have no types.
  'the types resolve for every kind of user (attw)': () =>
    complaint(
      'npx',
      '--no-install',
      'attw',
      '--pack',
      '.',
      '--ignore-rules',
      'no-resolution',
      '--exclude-entrypoints',
      'package.json',
    ),

  'exports equal declarations': () =>
    jest('__tests__/packaging/exports.test.ts', '__tests__/packaging/published.test.ts'),
  'sizes are within their budget': () => jest('__tests__/packaging/size.test.ts'),
  'types are within their budget': () => jest('__tests__/request/type-cost.test.ts'),
  'documents are true': () => jest('__tests__/docs'),
  'the site builds': () => complaint('npm', 'run', '-s', 'site'),
  'the site works in a browser, and its links lead somewhere': () =>
    complaint('npm', 'run', '-s', 'test:site'),
};

let missing = 0;
for (const [name, check] of Object.entries(isQuick ? quick : { ...build, ...quick, ...slow })) {
  const found = check();
  missing += found.length;
  console.log(`${found.length === 0 ? 'ok     ' : 'missing'} ${name}`);
  for (const each of found) console.log(`  - ${each}`);
}
console.log(
  missing === 0
    ? isQuick
      ? '\nSo far so good: run it without --quick.'
      : '\nReady: npm publish'
    : `\n${missing} to do before a release.`,
);
process.exitCode = missing === 0 ? 0 : 1;
