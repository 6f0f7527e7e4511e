import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as morph from 'ts-morph';
import { loadTsMorph } from '../../lib/cli/migrate/load-ts-morph.js';
import { migrateFile } from '../../lib/cli/migrate/migrate-file.js';
import { compileSnippets, objections } from '../support/compile.js';
import { root } from '../support/typescript-versions.js';
import { clust } from './run-cli.js';

const cases = `${root}__tests__/cli/migrate/cases.txt`;
const folder = mkdtempSync(join(tmpdir(), 'clust-migrate-'));
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(() => {
  const sdk = join(folder, 'node_modules/@anthropic-ai/sdk');
  mkdirSync(join(sdk, 'helpers/beta'), { recursive: true });
  writeFileSync(join(sdk, 'package.json'), '{ "name": "@anthropic-ai/sdk", "types": "index.d.ts" }');
  writeFileSync(join(sdk, 'index.d.ts'), readFileSync(`${root}__tests__/cli/migrate/official-sdk.d.ts.txt`));
  writeFileSync(join(sdk, 'helpers/beta/zod.d.ts'), "export { betaZodTool } from '../../index.js';\n");
  for (const name of ['zod', 'ts-morph', '@types'])
    symlinkSync(`${root}node_modules/${name}`, join(folder, 'node_modules', name));
});

interface Program {
  readonly name: string;
  readonly before: string;
  readonly after: string | undefined;
  readonly notes: string;
}

function programs(): Program[] {
  return readFileSync(cases, 'utf8')
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [before = '', after] = [...section.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(
        ([, code = '']) => code,
      );
      const [, notes = ''] = /^```text\n([\s\S]*?)^```$/m.exec(section) ?? [];
      return { name: section.split('\n')[0] ?? '', before, after, notes };
    });
}

/** Migrates all programs in one project, so that the compiler reads its libraries once. */
function migrateAll(): Map<string, { code: string; notes: string } | undefined> {
  const project = new morph.Project({
    compilerOptions: {
      strict: true,
      moduleResolution: 100,
      module: 99,
      target: 9,
      types: ['node'],
      lib: ['lib.es2022.d.ts'],
    },
  });
  const files = programs().map(({ name, before }, index) => {
    return [name, project.createSourceFile(join(folder, `case-${index}.ts`), before)] as const;
  });
  return new Map(
    files.map(([name, file]) => {
      const migrated = migrateFile(morph, file);
      if (!migrated) return [name, undefined];
      const notes = migrated.notes.map(({ line, text }) => `${line}: ${text}\n`);
      const refusals = migrated.refusals.map(({ line, path, message }) => `${line}: ${path}: ${message}\n`);
      return [name, { code: migrated.code, notes: [...notes, ...refusals].join('') }];
    }),
  );
}

describe('clust migrate', () => {
  const found = new Map<string, { code: string; notes: string } | undefined>();
  beforeAll(() => {
    for (const [name, migrated] of migrateAll()) found.set(name, migrated);
  });

  test.each(programs())('gives the expected code and notes for: $name', ({ name, after, notes }) => {
    expect(found.get(name)?.code).toBe(after);
    expect(found.get(name)?.notes ?? '').toBe(notes);
  });

  test('gives code that compiles whenever there are no notes', () => {
    const complete = programs().filter(({ after, notes }) => after !== undefined && notes === '');
    expect(complete.length).toBeGreaterThan(5);
    const compiled = compileSnippets(
      '6.0',
      complete.map(({ name, after = '' }) => ({ name, code: after })),
    );
    expect(complete.map(({ name }) => [name, objections(compiled.get(name))])).toEqual(
      complete.map(({ name }) => [name, []]),
    );
  });
});

describe('clust migrate on the command line', () => {
  test('changes the files, or with --check only lists them and exits with 1', async () => {
    const source = join(folder, 'src');
    mkdirSync(source);
    const file = join(source, 'ask.ts');
    const before = "import Anthropic from '@anthropic-ai/sdk';\nexport const client = new Anthropic();\n";
    writeFileSync(file, before);
    writeFileSync(join(source, 'other.ts'), 'export {};\n');
    // `noLib`: the command does not need the libraries of the compiler, and reading them takes seconds.
    const tsconfig = join(folder, 'tsconfig.json');
    const compilerOptions = { noLib: true, types: [], module: 'esnext', moduleResolution: 'bundler' };
    writeFileSync(tsconfig, JSON.stringify({ compilerOptions }));
    const migrate = (...args: string[]) => clust(['migrate', '--tsconfig', tsconfig, ...args, source]);
    const checked = await migrate('--check');
    expect(checked).toEqual({
      code: 1,
      stdout: expect.stringMatching(/ask\.ts: would change\n$/),
      stderr: '1 of 2 files would change\n',
    });
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect(await migrate()).toMatchObject({ code: 0, stderr: '1 of 2 files changed\n' });
    expect(readFileSync(file, 'utf8')).toBe(
      "import { Client } from 'clust';\nexport const client = Client.fromEnv();\n",
    );
    expect(await migrate('--check')).toMatchObject({ code: 0, stdout: '' });
  });

  test('exits with 2 for a missing path, and prints how to install ts-morph when it is missing', async () => {
    expect(await clust(['migrate', 'nowhere'])).toMatchObject({
      code: 2,
      stderr: 'clust: there is no file or folder nowhere\n',
    });
    expect(() => loadTsMorph('/')).toThrow(/npm install --save-dev ts-morph@\^28\.0\.0/);
  });
});
