import { describe, expect, test } from '@jest/globals';
import { compileSnippets, instantiations } from './compile.js';
import { completionsAt, hoverAt } from './editor.js';
import { typescriptVersions } from './typescript-versions.js';

const choice = `declare function effort(level: 'low' | 'high'): void;`;

describe.each(typescriptVersions)('the compile harness on TypeScript %s', (version) => {
  const found = compileSnippets(version, [
    {
      name: 'a correct module',
      code: `import type { HttpInfo } from 'clust';\nexport type Status = HttpInfo['status'];`,
    },
    { name: 'a wrong argument', code: `${choice}\neffort('max');` },
    {
      name: 'a wrong argument of several lines',
      code: `${choice}\neffort(['a',\n  'b',\n  'c',\n  'd',\n  'e',\n].join());`,
    },
    {
      name: 'a wrong property',
      code: `const a: { b: { c: string } } = JSON.parse('') as { b: { c: number } };`,
    },
    { name: 'two mistakes', code: `const a: string = 1;\nconst b: number = 'b';` },
    { name: 'a name that is not exported', code: `import { Nobody } from 'clust';` },
  ]);

  test('reports nothing for a module that compiles', () => {
    expect(found.get('a correct module')).toEqual([]);
  });

  test('reports the code, the message, the position and the underlined text', () => {
    expect(found.get('a wrong argument')).toEqual([
      {
        code: 2345,
        message: expect.stringMatching(
          /^Argument of type '"max"' is not assignable to parameter of type '.*'\.$/,
        ),
        details: [],
        line: 2,
        column: 8,
        underlined: `'max'`,
      },
    ]);
  });

  test('reports underlined text of several lines', () => {
    expect(found.get('a wrong argument of several lines')?.[0]).toMatchObject({
      line: 2,
      underlined: `['a',\n  'b',\n  'c',\n  'd',\n  'e',\n].join()`,
    });
  });

  test('reports the details below the first line', () => {
    const [diagnostic] = found.get('a wrong property') ?? [];
    expect(diagnostic?.details.at(-1)).toBe(`Type 'number' is not assignable to type 'string'.`);
  });

  test('reports every error of a snippet, in order', () => {
    expect(found.get('two mistakes')?.map(({ underlined }) => underlined)).toEqual(['a', 'b']);
  });

  test('reports errors in imports', () => {
    expect(found.get('a name that is not exported')).toMatchObject([{ underlined: 'Nobody' }]);
  });
});

test('the compile harness rejects syntax errors, and two snippets with the same name', () => {
  expect(() => compileSnippets('6.0', [{ name: 'broken', code: 'const = ;' }])).toThrow('snippet "broken": ');
  const twice = { name: 'twice', code: '' };
  expect(() => compileSnippets('6.0', [twice, twice])).toThrow('two snippets share a name');
});

describe('the instantiation count', () => {
  const box = `type Box<T> = { value: T };\ndeclare function box<T>(value: T): Box<T>;\n`;

  test('is the same for the same code, and grows with it', () => {
    const once = instantiations(`${box}box(1);`);
    expect(instantiations(`${box}box(1);`)).toBe(once);
    expect(instantiations(`${box}box(1);\nbox('a');`)).toBeGreaterThan(once);
  });
});

describe('the editor', () => {
  test('offers the strings that are valid at the caret', () => {
    expect(completionsAt(`${choice}\neffort('/*|*/');`)).toEqual(['low', 'high']);
  });

  test('shows the type and the documentation of a name', () => {
    const code = `/** Half a day.\n * @deprecated use days */\nconst hours = 12;\nconsole.log(/*|*/hours);`;
    expect(hoverAt(code)).toEqual({
      signature: 'const hours: 12',
      documentation: 'Half a day.',
      deprecated: true,
    });
  });

  test('resolves clust', () => {
    const { signature } = hoverAt(`import type { /*|*/HttpInfo } from 'clust';`);
    expect(signature).toContain('interface HttpInfo');
  });
});
