import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { makeTools } from '../../lib/cli/commands/tools.js';
import { generateModule } from '../../lib/functions/generate-module.js';
import { Project } from '../../lib/functions/project.js';
import { read, Sources } from '../functions/support.js';
import { root } from '../support/typescript-versions.js';
import { clust } from './run-cli.js';
import { WatchedOutput } from './watched-output.js';

const sources = new Sources();
afterAll(() => sources.remove());

const source = (unit: string) => `
import type { City } from './city.js';

/**
 * Gets the weather of a city.
 *
 * @param city The city.
 * @param unit The unit.
 */
export function getWeather(city: City, unit: ${unit}): string {
  return \`15 degrees \${unit} in \${city}\`;
}
`;
const celsius = source("'celsius'");
const city = sources.write('city.ts', 'export type City = string;');
const shown = (path: string) => relative(process.cwd(), path);

describe('clust tools', () => {
  test('writes a module beside the file, and does not write it again if nothing changed', async () => {
    const file = sources.write('weather.ts', celsius);
    const out = file.replace('.ts', '.tools.ts');
    expect(await clust(['tools', shown(file)])).toEqual({
      code: 0,
      stdout: '',
      stderr: `${shown(out)} written\n`,
    });
    expect(read(out)).toMatch(/^\/\/ .*\n\/\/ npx clust tools weather\.ts\nimport /);
    expect(read(out)).toContain("unit: { type: 'string', const: 'celsius', description: 'The unit.' }");
    expect(await clust(['tools', file])).toMatchObject({ code: 0, stderr: `${shown(out)} is up to date\n` });
  });

  test('--out writes the module elsewhere, with an import path relative to its folder', async () => {
    const file = sources.write('elsewhere.ts', celsius);
    sources.write('generated/.keep', '');
    const out = `${sources.folder}/generated/tools.ts`;
    expect(await clust(['tools', file, '--out', out])).toMatchObject({ code: 0 });
    expect(read(out)).toContain('// npx clust tools elsewhere.ts --out generated/tools.ts\n');
    expect(read(out)).toContain("import * as functions from '../elsewhere.js';\n");
    expect(existsSync(`${sources.folder}/elsewhere.tools.ts`)).toBe(false);
  });

  test('--check exits with 1 for a missing or stale module, and writes nothing', async () => {
    const file = sources.write('checked.ts', celsius);
    const out = file.replace('.ts', '.tools.ts');
    const missing = await clust(['tools', '--check', file]);
    expect(missing).toEqual({
      code: 1,
      stdout: `${shown(out)} is missing: run clust tools ${shown(file)}\n`,
      stderr: '',
    });
    expect(existsSync(out)).toBe(false);
    await clust(['tools', file]);
    expect(await clust(['tools', '--check', file])).toEqual({ code: 0, stdout: '', stderr: '' });
    sources.write('checked.ts', source('string'));
    expect(await clust(['tools', '--check', file])).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/ is stale: run clust tools /),
    });
  });

  test('exits with 2 for functions that cannot be tools, and prints each problem with its position', async () => {
    const file = sources.write('wrong.ts', source('any').replace('@param city', '@param town'));
    expect(await clust(['tools', file])).toEqual({
      code: 2,
      stdout: '',
      stderr: [
        'clust: 2 problems:',
        `- ${shown(file)}:10:40: parameter unit: any does not describe its values: write its type, or unknown if any value will do`,
        `- ${shown(file)}:10:28: getWeather has no @param for city: add "@param city …" that tells the model what to write there`,
        '',
      ].join('\n'),
    });
  });

  test('reads the functions with the compiler options of --tsconfig', async () => {
    const file = sources.write('aliased.ts', celsius.replace('./city.js', '@types/city'));
    expect(await clust(['tools', file])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/city: any/),
    });
    const options = { strict: true, types: [], module: 'NodeNext', paths: { '@types/city': ['./city.ts'] } };
    const tsconfig = sources.write('aliases.json', JSON.stringify({ compilerOptions: options }));
    expect(await clust(['tools', file, '--tsconfig', tsconfig])).toMatchObject({ code: 0 });
    expect(read(file.replace('.ts', '.tools.ts'))).toContain("city: { type: 'string'");
  });

  test.each([
    [['weather.ts', 'other.ts', '--out', 'tools.ts'], /--out is for one file/],
    [['weather.ts', '--check', '--watch'], /--check writes nothing and --watch keeps writing/],
    [['weather.js'], /weather\.js is not a TypeScript file/],
    [['nowhere.ts'], /there is no file .*nowhere\.ts/],
  ])('exits with 2 for wrong usage: %j', async (args, message) => {
    expect(await clust(['tools', ...args])).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(message),
    });
  });

  test('prints how to install the generator when it is missing', () => {
    expect(() => new Project({ folder: '/' })).toThrow(/npm install --save-dev ts-json-schema-generator/);
  });

  test('--watch writes the module again when the file or an import changes, and continues after an error', async () => {
    const file = sources.write('watched.ts', celsius);
    const out = file.replace('.ts', '.tools.ts');
    const stderr = new WatchedOutput();
    const terminal = { stdin: process.stdin, stdout: new WatchedOutput(), stderr };
    const stop = new AbortController();
    const watching = makeTools([file], { watch: true }, { terminal, end: () => {} }, stop.signal);
    await stderr.matches(/written\n$/);
    sources.write('watched.ts', source('any'));
    await stderr.matches(/parameter unit: any does not describe/);
    sources.write('watched.ts', source('number'));
    await stderr.matches(/(written\n.*){2}$/s);
    expect(read(out)).toContain("unit: { type: 'number', description: 'The unit.' }");
    sources.write('city.ts', "export type City = 'Rome' | 'Paris';");
    await stderr.matches(/(written\n.*){3}$/s);
    expect(read(out)).toContain("enum: ['Rome', 'Paris']");
    stop.abort();
    await watching;
  }, 120_000);
});

describe('Project', () => {
  test('parses only the changed file again', () => {
    sources.write('city.ts', 'export type City = string;');
    const file = sources.write('again.ts', celsius);
    const project = new Project({ folder: root });
    const before = project.programOf(file);
    sources.write('again.ts', source('number'));
    const after = project.programOf(file);
    const parsed = (path: string) => [before.getSourceFile(path), after.getSourceFile(path)] as const;
    expect(before.getSourceFiles().length).toBeGreaterThan(10);
    for (const { fileName } of before.getSourceFiles()) {
      const [old, next] = parsed(fileName);
      expect({ fileName, isReused: old === next }).toEqual({ fileName, isReused: fileName !== file });
    }
    expect(parsed(city)[0]).toBeDefined();
    expect(generateModule(project, file, `${file}.out`).code).toContain("type: 'number'");
  });
});
