// Lists what is missing for a release: `npm run release:check [-- --quick]`. It changes nothing and publishes nothing.
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

/** Runs a command. Returns the end of its output as a problem if it fails. */
function problemsOf(command, ...args) {
  try {
    run(command, ...args);
    return [];
  } catch ({ stdout = '', stderr = '', message }) {
    const output = `${stdout}${stderr}`.trim().split('\n').slice(-15).join('\n    ');
    return [`${[command, ...args].join(' ')} failed:\n    ${output || message}`];
  }
}

const jest = (...paths) => problemsOf('npm', 'run', '-s', 'jest', '--', '-w', '1', ...paths);

const tarball = () => JSON.parse(run('npm', 'pack', '--dry-run', '--json', '--ignore-scripts'))[0];

/** Links in the packed Markdown to files that are not in the package. */
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

/** The quick checks. Each returns a list of problems; a problem says what is missing and what to do. */
const quick = {
  'the tree is clean': () =>
    run('git', 'status', '--porcelain') === '' ? [] : ['there are uncommitted changes: commit or stash them'],

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
      found.push(`"version" ${version} is not valid: write 1.2.3 or 1.2.3-beta.1`);
    // In the release workflow, the tag exists already and points at the current commit.
    const released = run('git', 'tag', '--list', `v${version}`) !== '';
    if (released && run('git', 'tag', '--points-at', 'HEAD', `v${version}`) === '')
      found.push(`the tag v${version} is at another commit: raise "version" in package.json`);
    if (!read('CHANGELOG.md').includes(`## [${version}] - `))
      found.push(
        `CHANGELOG.md has no "## [${version}] - YYYY-MM-DD": move the entries of [Unreleased] to that heading`,
      );
    return found;
  },

  'dist/ exists': () => (existsSync(join(root, 'dist/index.js')) ? [] : ['dist/ is missing: npm run build']),

  'every file in "exports" exists, with its types': () =>
    Object.values(manifest.exports)
      .flatMap((entry) =>
        typeof entry === 'string' ? entry : Object.values(entry).flatMap((each) => Object.values(each)),
      )
      .filter((path) => !existsSync(join(root, path)))
      .map((path) => `"exports" names ${path}, which does not exist: npm run build`),

  'the tarball has the required files, and no others': () => {
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
      ...unwanted.map((path) => `${path} is in the package: remove it from "files"`),
      ...(size > 1_500_000
        ? [`the package has ${size} bytes, more than 1.5 MB: look for large new files`]
        : []),
      ...brokenLinks(paths),
    ];
  },
};

/** The build runs first, because the other checks read dist/. */
const build = { 'the package builds': () => problemsOf('npm', 'run', '-s', 'build') };

/** Checks that take minutes. */
const slow = {
  'publint reports no problem': () => problemsOf('npx', '--no-install', 'publint', '--strict'),

  // The entry `package.json` has no types.
  'the types resolve in every module resolution mode (attw)': () =>
    problemsOf(
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

  'the runtime exports match the declarations': () =>
    jest('__tests__/packaging/exports.test.ts', '__tests__/packaging/published.test.ts'),
  'the bundle sizes are within their budgets': () => jest('__tests__/packaging/size.test.ts'),
  'the type instantiations are within their budget': () => jest('__tests__/request/type-cost.test.ts'),
  'the tests of the documentation pass': () => jest('__tests__/docs'),
  'the site builds': () => problemsOf('npm', 'run', '-s', 'site'),
  'the site works in a browser and has no broken links': () => problemsOf('npm', 'run', '-s', 'test:site'),
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
      ? '\nThe quick checks passed. Run the command without --quick for all checks.'
      : '\nReady for the release: npm publish'
    : `\n${missing} ${missing === 1 ? 'problem' : 'problems'} to fix before a release.`,
);
process.exitCode = missing === 0 ? 0 : 1;
