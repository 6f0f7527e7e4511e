import { spawnSync } from 'node:child_process';
import { afterAll, expect, test } from '@jest/globals';
import { clust } from '../cli/run-cli.js';
import { root } from '../support/typescript-versions.js';
import { read, Sources } from './support.js';

const sources = new Sources();
afterAll(() => sources.remove());

/** The moduleNameMapper of jest that docs/functions-to-tools.md shows. */
const [, pattern = '', replacement = ''] =
  /moduleNameMapper: \{ '([^']+)': '([^']+)' \}/.exec(read(`${root}docs/functions-to-tools.md`)) ?? [];

test('a ?tools import runs under jest with the moduleNameMapper of the documentation', async () => {
  const file = sources.write(
    'src/weather.ts',
    `/**
 * Gets the weather.
 *
 * @param city The city.
 */
export const getWeather = (city: string) => '15 degrees in ' + city;
`,
  );
  // A CommonJS project, in which jest needs no flags.
  sources.write('package.json', '{ "name": "sources" }');
  expect(await clust(['tools', file])).toMatchObject({ code: 0 });
  sources.write(
    'src/weather.test.ts',
    `import { getWeatherTool, tools } from './weather.ts?tools';
test('calls the function', async () => {
  const use = { type: 'tool_use', id: 'toolu_1', name: getWeatherTool.name, input: { city: 'Rome' } } as const;
  expect((await tools.call(use)).content).toBe('15 degrees in Rome');
});
`,
  );
  const config = {
    rootDir: `${sources.folder}/src`,
    transform: {
      '\\.ts$': [
        `${root}node_modules/ts-jest`,
        { diagnostics: false, tsconfig: { module: 'commonjs', isolatedModules: true } },
      ],
    },
    moduleNameMapper: {
      [pattern.replaceAll('\\\\', '\\')]: replacement,
      '^clust$': `${root}dist/index.cjs`,
      '^(\\.{1,2}/.*)\\.js$': '$1',
    },
  };
  const jest = `${root}node_modules/jest/bin/jest.js`;
  const { status, stderr } = spawnSync(process.execPath, [jest, '--ci', '--config', JSON.stringify(config)], {
    cwd: sources.folder,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('1 passed') });
}, 60_000);
