import { execFileSync } from 'node:child_process';
import { afterAll, describe, expect, jest, test } from '@jest/globals';
import { clustTools } from 'clust/unplugin';
import { build as esbuild } from 'esbuild';
import { rollup } from 'rollup';
import { read, Sources } from '../functions/support.js';
import { compileFiles } from '../support/compile.js';
import { root } from '../support/typescript-versions.js';

jest.setTimeout(60_000);

const sources = new Sources();
afterAll(() => sources.remove());

const dts = `${sources.folder}/clust-tools.d.ts`;
const weather = `
/**
 * Gets the weather of a city.
 *
 * @param city The city.
 * @param unit The unit.
 * @param days The first of the days, and the last.
 */
export function getWeather(city: string, unit: 'celsius' | 'fahrenheit' = 'celsius', days?: [a: 1, b: number]) {
  if (days !== undefined) return \`\${days}\`;
  return \`15 degrees \${unit} in \${city}\`;
}
`;
const program = `
import { getWeatherTool, tools } from './weather.ts?tools';

const use = { type: 'tool_use', id: 'toolu_1', name: getWeatherTool.name, input: { city: 'Rome' } } as const;
console.log((await tools.call(use)).content);
`;
const main = sources.write('main.ts', program);
sources.write('weather.ts', weather);

const plugin = () => clustTools.esbuild({ dts });
const options = { bundle: true, format: 'esm', platform: 'node', logLevel: 'silent' } as const;
const alias = { clust: `${root}lib/index.ts` };

/** Builds an entry with esbuild and the plugin. */
const build = (entry: string) =>
  esbuild({
    ...options,
    alias,
    entryPoints: [entry],
    outfile: `${sources.folder}/out.mjs`,
    plugins: [plugin()],
  });

describe('clust/unplugin', () => {
  test('resolves ./weather.ts?tools in esbuild to tools that call the functions', async () => {
    await build(main);
    expect(execFileSync(process.execPath, [`${sources.folder}/out.mjs`], { encoding: 'utf8' })).toBe(
      '15 degrees celsius in Rome\n',
    );
  });

  test('resolves it in Rollup to plain JavaScript, and watches the source file', async () => {
    sources.write('main.js', program.replace(' as const', ''));
    const bundle = await rollup({
      input: `${sources.folder}/main.js`,
      external: ['clust', /weather\.ts$/],
      plugins: [clustTools.rollup({ dts: false })],
    });
    const { output } = await bundle.generate({ format: 'es' });
    expect(output[0].code).toContain("name: 'get_weather'");
    // Rollup cannot parse type casts, so the module has none.
    expect(output[0].code).toContain('functions.getWeather(input.city, input.unit, input.days)');
    expect(bundle.watchFiles).toContain(`${sources.folder}/weather.ts`);
  });

  test('writes a declaration file for the import, which compiles', () => {
    expect(read(dts)).toBe(`// The types of \`?tools\` imports, written by clust/unplugin.

// weather.ts
declare module '*/weather.ts?tools' {
  import type { FromJsonSchema, Tool, ToolList } from 'clust';

  /** Gets the weather of a city. */
  export const getWeatherTool: Tool<'get_weather', FromJsonSchema<{
    type: 'object',
    properties: {
      city: { type: 'string', description: 'The city.' },
      unit: {
        type: 'string',
        enum: ['celsius', 'fahrenheit'],
        default: 'celsius',
        description: 'The unit.',
      },
      days: {
        type: 'array',
        minItems: 2,
        prefixItems: [
          { type: 'number', const: 1, title: 'a' },
          { type: 'number', title: 'b' },
        ],
        maxItems: 2,
        description: 'The first of the days, and the last.',
      },
    },
    required: ['city'],
  }>>;
  export const tools: ToolList<readonly [typeof getWeatherTool]>;
}
`);
    const typed = `
      import type { Tool } from 'clust';
      import { getWeatherTool } from './weather.ts?tools';
      const same: Tool<'get_weather', { city: string; unit?: 'celsius' | 'fahrenheit'; days?: unknown[] }> = getWeatherTool;
      // @ts-expect-error: the tool has another name
      const other: Tool<'get_time'> = getWeatherTool;
    `;
    const found = compileFiles(
      '7.0',
      new Map([
        ['clust-tools.d.ts', read(dts)],
        ['typed.ts', typed],
      ]),
    );
    expect([...found.values()].flat()).toEqual([]);
  });

  test('fails the build for a function that cannot be a tool, with its position', async () => {
    sources.write('wrong.ts', '/** Does it. @param it What. */\nexport function f(it: any) {}');
    const entry = sources.write(
      'wrong-main.ts',
      "import { tools } from './wrong.ts?tools';\nconsole.log(tools);",
    );
    await expect(build(entry)).rejects.toThrow(/wrong\.ts:2:19: parameter it: any does not describe/);
  });

  test('reads the functions with the compiler options of its tsconfig option', async () => {
    sources.write('unit.ts', "export type Unit = 'celsius';");
    sources.write(
      'aliased.ts',
      "import type { Unit } from '@types/unit';\n/** Does it. @param unit The unit. */\nexport function f(unit: Unit) {}",
    );
    const paths = { '@types/unit': ['./unit.ts'] };
    const tsconfig = sources.write(
      'aliases.json',
      JSON.stringify({ compilerOptions: { strict: true, paths } }),
    );
    const input = sources.write('aliased-main.js', "export { tools } from './aliased.ts?tools';");
    const bundle = await rollup({
      input,
      external: ['clust', /aliased\.ts$/],
      plugins: [clustTools.rollup({ dts: false, tsconfig })],
    });
    const { output } = await bundle.generate({ format: 'es' });
    expect(output[0].code).toContain("const: 'celsius'");
  });

  test('fails the build for two ?tools files of the same name, since their types would collide', async () => {
    sources.write('other/weather.ts', weather);
    const entry = sources.write(
      'two.ts',
      "import { tools as one } from './weather.ts?tools';\nimport { tools as two } from './other/weather.ts?tools';\nconsole.log(one, two);",
    );
    await expect(build(entry)).rejects.toThrow(/the types of weather\.ts\?tools are those of .* already/);
  });
});
