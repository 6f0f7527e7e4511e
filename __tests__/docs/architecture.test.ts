import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { compilerScript, root } from '../support/typescript-versions.js';

const page = readFileSync(`${root}docs/architecture.md`, 'utf8');

test('docs/architecture.md lists the rooms of the layer check in the same order', () => {
  const known = readFileSync(`${root}.dependency-cruiser.mjs`, 'utf8').matchAll(/^rooms\.set\('(\w+)'/gm);
  const [, list = ''] = page.split(/^```text?\n|^```\n/m);
  const listed = list.matchAll(/^(\w+) +\S/gm);
  expect([...listed].map(([, room]) => room)).toEqual([...known].map(([, room]) => room));
});

test('every file that docs/architecture.md names exists', () => {
  const named = [...page.matchAll(/`((?:node )?(?:lib|scripts|docs|__tests__)\/[\w./-]+)`/g)].map(
    ([, path = '']) => path.replace('node ', ''),
  );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((path) => !existsSync(root + path))).toEqual([]);

  // A name without a folder is a file in `lib/`.
  const names = new Set(
    readdirSync(`${root}lib`, { recursive: true, encoding: 'utf8' }).map((path) => basename(path)),
  );
  const short = [...page.matchAll(/`([\w-]+\.ts)`/g)].map(([, name = '']) => name);
  expect(short.length).toBeGreaterThan(10);
  expect(short.filter((name) => !names.has(name))).toEqual([]);
});

/** The first edits of the changes that docs/architecture.md describes. */
const firstEdits = [
  ['lib/models/catalogue.ts', /(?=^ {2}'claude-fable-5-2': fable52,)/m, "  'claude-example-9': fable52,\n"],
  ['lib/wire/messages-request-body.ts', /(?=^ {2}readonly thread\?: )/m, '  readonly patience?: number;\n'],
  [
    'lib/request/messages-request-builder.ts',
    /(?=^ {2}\/\*\*\n {3}\* Adds any other fields to the body)/m,
    '  patience(patience: number): MessagesRequestBuilder<State, Turn>;\n',
  ],
  [
    'lib/wire/blocks/assistant-content.ts',
    /(?=^ {2}\| RawBlock;)/m,
    "  | { readonly type: 'audio'; readonly source: object }\n",
  ],
  [
    'lib/request/required-betas.ts',
    /(?=^ {2}\['tool_definition')/m,
    "  ['audio_search_20990101', 'audio-2099-01-01'],\n",
  ],
] as const;
/** The edits that the compiler then requires. */
const requiredEdits = [
  [
    'lib/models/model-facts.ts',
    /(?=^ {2}'claude-mythos-5-2': )/m,
    "  get 'claude-example-9'() { return this['claude-fable-5-2']; },\n",
  ],
  ['lib/request/body-fields.ts', /(?=^ {2}thread: )/m, "  patience: 'number',\n"],
  [
    'lib/request/builder.ts',
    /(?=^ {2}topK\()/m,
    "  patience(patience: number): Builder {\n    return this.#set('patience', patience);\n  }\n",
  ],
  ['lib/cli/migrate/names.ts', /(?=^ {2}thread: )/m, "  patience: ['patience'],\n"],
  [
    'lib/content/content-blocks.ts',
    /(?=^ {2}fallback: )/m,
    "  audio: { side: 'assistant', beta: 'audio-2099-01-01' },\n",
  ],
  ['lib/wire/betas.ts', /(?=^ {2}\| 'cache-diagnosis-)/m, "  | 'audio-2099-01-01'\n"],
] as const;

test('the compiler requires edits in exactly the files that docs/architecture.md marks as required', () => {
  const marked = [...page.matchAll(/`(lib\/[\w/-]+\.ts)`, \*\*required\*\*/g)].map(([, path]) => path);
  expect(requiredEdits.map(([path]) => path)).toEqual(marked);

  mkdirSync(`${root}.cache`, { recursive: true });
  const folder = mkdtempSync(`${root}.cache/change-`);
  try {
    cpSync(`${root}lib`, join(folder, 'lib'), { recursive: true });
    const compilerOptions = { paths: { clust: ['./lib/index.ts'], 'clust/*': ['./lib/*/index.ts'] } };
    const config = { extends: `${root}tsconfig.json`, compilerOptions, include: ['lib'], exclude: [] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    const edit = (changes: typeof firstEdits | typeof requiredEdits) => {
      for (const [path, place, text] of changes) {
        const file = join(folder, path);
        const before = readFileSync(file, 'utf8');
        const after = before.replace(place, text);
        expect(after).not.toBe(before);
        writeFileSync(file, after);
      }
    };
    const compile = () =>
      spawnSync(process.execPath, [compilerScript('7.0'), '-p', folder, '--pretty', 'false'], {
        cwd: folder,
        encoding: 'utf8',
      }).stdout;

    edit(firstEdits);
    const errors = compile();
    expect(errors).toMatch(/model-facts\.ts.*'"claude-example-9"' is missing/);
    expect(errors).toMatch(/body-fields\.ts.*'patience' is missing/);
    expect(errors).toMatch(/'patience' is missing in type 'Builder'/);
    expect(errors).toMatch(/migrate\/names\.ts.*'patience' is missing/s);
    expect(errors).toMatch(/content-blocks\.ts.*'audio' is missing/);
    expect(errors).toMatch(/required-betas\.ts.*audio-2099-01-01/s);
    edit(requiredEdits);
    expect(compile()).toBe('');
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);
