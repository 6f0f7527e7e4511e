import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { describe, expect, jest, test } from '@jest/globals';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { build, type Platform } from 'esbuild';
import { rollup } from 'rollup';
import { root } from '../support/typescript-versions.js';

jest.setTimeout(60_000);

const program = `
  import { FunctionCalls, Invoke, extractFunctionCalls, functionCallingPrompt } from 'clust/xml';

  const call = { tool_name: 'search', parameters: { query: 'AT&T <x>' } };
  const xml = Invoke.serialize(call);
  const tool = { name: 'search', input_schema: { type: 'object' }, call: () => '' };
  globalThis.result = JSON.stringify({
    xml,
    again: Invoke.parse(xml),
    found: extractFunctionCalls('Well: ' + FunctionCalls.serialize({ invoke: [call] })).invoke.length,
    prompt: functionCallingPrompt([tool]).includes('<tool_name>search</tool_name>'),
  });
`;

const expected = {
  xml: `<invoke>
  <tool_name>search</tool_name>
  <parameters>
    <query>AT&amp;T &lt;x&gt;</query>
  </parameters>
</invoke>`,
  again: { tool_name: 'search', parameters: { query: 'AT&T <x>' } },
  found: 1,
  prompt: true,
};

/** Runs code with only the JavaScript language and these globals: no `require`, no `process`, no `URL`. */
function runBare(code: string, globals: object = {}): unknown {
  const context = createContext(globals);
  runInContext(code, context);
  return JSON.parse(String(runInContext('result', context)));
}

describe('a bundle of clust/xml', () => {
  test.each<[Platform, 'xml.js' | 'xml.cjs']>([
    ['browser', 'xml.js'],
    ['neutral', 'xml.js'],
    ['node', 'xml.js'],
    ['node', 'xml.cjs'],
  ])(
    'by esbuild for %s, from %s, builds without warnings and runs in a bare context',
    async (platform, entry) => {
      const { outputFiles, warnings } = await build({
        stdin: { contents: program, resolveDir: root },
        alias: { 'clust/xml': `${root}dist/${entry}` },
        bundle: true,
        minify: true,
        format: 'iife',
        platform,
        write: false,
      });
      expect(warnings).toEqual([]);
      // esbuild does not tree-shake CommonJS. The bundle contains the core, which uses TextEncoder.
      const globals = entry === 'xml.cjs' ? { TextEncoder } : {};
      expect(runBare(outputFiles[0]?.text ?? '', globals)).toEqual(expected);
    },
  );

  test('by Rollup builds without warnings and runs in a bare context', async () => {
    const warnings: string[] = [];
    const bundle = await rollup({
      input: { bundle: 'program' },
      onwarn: ({ message }) => warnings.push(message),
      plugins: [
        {
          name: 'program',
          resolveId(source) {
            if (source === 'program') return '\\0program';
            return source === 'clust/xml' ? `${root}dist/xml.js` : null;
          },
          load: (id) => (id === '\\0program' ? program : null),
        },
        nodeResolve(),
      ],
    });
    const { output } = await bundle.generate({ format: 'iife', inlineDynamicImports: true });
    expect(warnings).toEqual([]);
    expect(runBare(output[0].code)).toEqual(expected);
  });

  test('contains xmlbuilder2, which is not a dependency and whose license is in the package', () => {
    const { dependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
      dependencies: object;
    };
    expect(Object.keys(dependencies)).toEqual(['aws4fetch', 'eventsource-parser', 'ky']);
    const licenses = readFileSync(`${root}dist/THIRD-PARTY-LICENSES.txt`, 'utf8');
    for (const name of ['xmlbuilder2', '@oozcitak/dom', '@oozcitak/infra', '@oozcitak/url', '@oozcitak/util'])
      expect(licenses).toMatch(new RegExp(`^${name}\\n\\n(The )?MIT License[^]*?Ozgur Ozcitak`, 'm'));
  });
});
