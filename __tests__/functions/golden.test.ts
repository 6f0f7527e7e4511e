import { afterAll, describe, expect, test } from '@jest/globals';
import { compileFiles, objections } from '../support/compile.js';
import { root, typescriptVersions } from '../support/typescript-versions.js';
import { cases, generate, read, Sources } from './support.js';

const names = ['macro', 'types', 'shapes'];

const sources = [...names.map((name) => `${cases}${name}`), `${root}examples/functions/weather`];

describe('the generated module', () => {
  test.each(sources)('for %s.ts equals the .tools.ts file beside it', (name) => {
    expect(generate(`${name}.ts`)).toBe(read(`${name}.tools.ts`));
  });
});

describe('the tool name', () => {
  const sources = new Sources();
  afterAll(() => sources.remove());

  test.each([
    ['getWeather', 'get_weather'],
    ['getHTTPStatus', 'get_http_status'],
    ['parseURL2Text', 'parse_url2_text'],
    ['x', 'x'],
  ])('of %s is %s, as in the crate', (name, toolName) => {
    const file = sources.write('named.ts', `/** Does it. */\nexport function ${name}() {}\n`);
    expect(generate(file)).toContain(`  name: '${toolName}',\n`);
  });
});

/** Checks the types of the generated tools. */
const program = `
  import type { Tool } from 'clust';
  import { enumArgumentTool, oneArgumentTool, optionalArgumentTool, structArgumentTool, tools } from './macro.tools.js';
  import { takeOptionalTool, takeOutlineTool, takePrimitivesTool } from './types.tools.js';

  type Equal<One, Other> = (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false;
  const same = <_ extends true>() => {};

  same<Equal<typeof oneArgumentTool, Tool<'one_argument', { value: number }>>>();
  same<Equal<typeof optionalArgumentTool, Tool<'optional_argument', { value?: number }>>>();
  same<Equal<typeof structArgumentTool, Tool<'struct_argument', { value: number }>>>();
  same<Equal<typeof enumArgumentTool, Tool<'enum_argument', { unit: 'celsius' | 'fahrenheit' }>>>();
  same<Equal<(typeof tools)['tools'][0]['name'], 'no_argument'>>();

  type Input<Of> = Of extends Tool<string, infer Written> ? Written : never;
  same<Equal<Input<typeof takePrimitivesTool>['day'], 'monday' | 'friday'>>();
  same<Equal<Input<typeof takePrimitivesTool>['nothing'], string | null>>();
  same<Equal<Input<typeof takeOptionalTool>['rest'], string[]>>();
  same<Equal<Input<typeof takeOutlineTool>['parts'][number]['parts'][number]['title'], string>>();
  // @ts-expect-error: the type of text is string
  same<Equal<Input<typeof takePrimitivesTool>['text'], number>>();
`;

describe('the generated modules compile under strict and have exact types', () => {
  const files = new Map([['program.ts', program]]);
  for (const name of names) {
    files.set(`${name}.ts`, read(`${cases}${name}.ts`));
    files.set(`${name}.tools.ts`, read(`${cases}${name}.tools.ts`));
  }

  test.each(typescriptVersions)(
    'with TypeScript %s',
    (version) => {
      const found = compileFiles(version, files);
      const all = [...files.keys()].map((file) => [file, objections(found.get(file)) ?? []]);
      expect(Object.fromEntries(all)).toEqual(
        Object.fromEntries([...files.keys()].map((file) => [file, []])),
      );
    },
    120_000,
  );
});
