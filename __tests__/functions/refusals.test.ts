import { afterAll, describe, expect, test } from '@jest/globals';
import { problemsOf, Sources } from './support.js';

const sources = new Sources();
afterAll(() => sources.remove());

interface Refusal {
  /** A declaration, which follows the comment `/** Does it. @param it What. *\/`. */
  readonly code: string;
  readonly problems: readonly string[];
}

/** A function f with one parameter of this type. */
const ofType = (type: string, problem: string, column = 19): Refusal => ({
  code: `export function f(it: ${type}) {}`,
  problems: [`4:${column} function-type: parameter ${problem}`],
});

const head = '/** Does it.\n * @param it What.\n */';
const before = `
import type { ToolContext } from 'clust';
interface Query { text: string; filter: (text: string) => boolean }
class Secret { constructor(private readonly key: string) {} }
class Counter { count = 0; increment() { this.count += 1; } }
interface Deep { /** One. */ list: { when: Date }[] }
`.trim();

const shape = 'interface Shape { side: number; top: number }';

const refusals: readonly Refusal[] = [
  ofType('any', 'it: any does not describe its values: write its type, or unknown if any value will do'),
  ofType(
    'string[] | any[]',
    'it[]: any does not describe its values: write its type, or unknown if any value will do',
  ),
  ofType('Missing', 'it: any does not describe its values: write its type, or unknown if any value will do'),
  ofType('bigint', 'it: JSON has no bigint: take a number, or a string'),
  ofType('symbol', 'it: JSON has no symbols: take a string'),
  ofType('never', 'it: never has no values: write the type of what it takes'),
  ofType('undefined', 'it: JSON has no undefined: write the type of what it takes'),
  ofType('() => void', 'it: JSON has no functions: take the result of the function, or leave it out'),
  ofType('new () => object', 'it: JSON has no functions: take the result of the function, or leave it out'),
  ofType('Date', 'it: JSON has no Date: take a string, with {@format date-time} in its @param'),
  ofType(
    'Map<string, number>',
    'it: JSON has no Map<string, number>: take a string, a number, an array or a plain object',
  ),
  ofType(
    'Promise<string>',
    'it: JSON has no Promise<string>: take a string, a number, an array or a plain object',
  ),
  ofType(
    'Uint8Array',
    'it: JSON has no Uint8Array<ArrayBufferLike>: take a string, a number, an array or a plain object',
  ),
  // The generator silently widens these types, to any value, any string or a list.
  ofType('ReturnType<() => string>', 'it: string cannot be expressed in JSON Schema: write its type out'),
  ofType('keyof Shape', 'it: keyof Shape cannot be expressed in JSON Schema: write its type out'),
  ofType('(keyof Shape)[]', 'it: (keyof Shape)[] cannot be expressed in JSON Schema: write its type out'),
  ofType(
    '{ by: keyof Shape }[]',
    'it: { by: keyof Shape; }[] cannot be expressed in JSON Schema: write its type out',
  ),
  ofType(
    'Record<number, string>',
    'it: Record<number, string> cannot be expressed in JSON Schema: write its type out',
  ),
  ofType('{}', 'it: {} does not declare its properties: write them, or Record<string, unknown>'),
];

const named: readonly Refusal[] = [
  {
    code: `export function f(it: Query) {}`,
    problems: [
      '2:33 function-type: parameter it.filter: JSON has no functions: take the result of the function, or leave it out',
    ],
  },
  {
    code: `export function f(it: Secret) {}`,
    problems: [
      '9:19 function-type: parameter it: Secret has key, which JSON does not carry: take an object of its data',
    ],
  },
  {
    code: `export function f(it: Counter) {}`,
    problems: [
      '9:19 function-type: parameter it: Counter has increment, which JSON does not carry: take an object of its data',
    ],
  },
  {
    code: `export function f(it: Deep) {}`,
    problems: [
      '5:38 function-type: parameter it.list[].when: JSON has no Date: take a string, with {@format date-time} in its @param',
    ],
  },
  {
    code: `export function f<T>(it: T) {}`,
    problems: [
      '9:17 function-signature: f has type parameters: a tool has one type, so write the types in their place',
      '9:22 function-type: parameter it: T is a type parameter: a tool has one type, so write it in its place',
    ],
  },
  {
    code: `export function f<T extends object>(it: keyof T) {}`,
    problems: [
      '9:17 function-signature: f has type parameters: a tool has one type, so write the types in their place',
      '9:37 function-type: parameter it: keyof T depends on a type parameter: write the type itself',
    ],
  },
  {
    code: `export function f(context: ToolContext, it: string) {}`,
    problems: [
      '9:19 function-signature: ToolContext must be the last parameter: the model does not write it',
    ],
  },
  {
    code: `export function f(it: string): void;\nexport function f(it: number): void;\nexport function f(it: unknown) {}`,
    problems: ['9:17 function-signature: f has 2 signatures: a tool has one, so write a function with one'],
  },
  {
    code: `export function f(it: string, other: string) {}`,
    problems: [
      '9:31 function-parameter: f has no @param for other: add "@param other …" that tells the model what to write there',
    ],
  },
  {
    code: `export function f(it: {\n /** One. */\n one: string;\n two: string }) {}`,
    problems: [
      '12:2 function-parameter: f does not say what two is: write a comment above the property, or @param it.two …',
    ],
  },
  {
    code: `export default function (it: string) {}`,
    problems: ['9:1 function-name: the function that is exported by default needs a name'],
  },
];

const others: readonly Refusal[] = [
  {
    code: 'export function f() {}',
    problems: [
      '1:17 function-description: f has no description: write what it does in a comment above it, /** … */',
    ],
  },
  {
    code: '/** @param it What. */\nexport const f = (it: string) => it;',
    problems: [
      '2:14 function-description: f has no description: write what it does in a comment above it, /** … */',
    ],
  },
  {
    code: '/** Does it.\n * @param it What.\n * @minimum 1 */\nexport function f(it: number) {}',
    problems: [
      '4:17 function-tag: @minimum of f is for a parameter: write {@minimum …} in the text of its @param',
    ],
  },
  {
    code: '/** Does it.\n * @toolName do it */\nexport function f() {}',
    problems: [
      '3:17 function-name: a tool name has 1 to 128 letters, digits, _ and -, not do it: name f with @toolName',
    ],
  },
  {
    code: '/** One. */\nexport function getIt() {}\n/** Two. */\nexport function get_it() {}',
    problems: [
      '4:17 function-name: tool names must be unique: get_it is getIt already, so name get_it with @toolName',
    ],
  },
  { code: 'export const one = 1;', problems: ['function-source: '] },
  { code: 'export function f( {}', problems: ['1:22 function-signature: '] },
];

const check = (code: string) => problemsOf(sources.write('source.ts', code));

describe('the generator rejects a function, with its position,', () => {
  test('for a parameter type that JSON Schema cannot express', () => {
    for (const { code, problems } of refusals) expect(check(`${head}\n${code}\n${shape}`)).toEqual(problems);
  });

  test('for a declared type or a signature that cannot be a tool', () => {
    for (const { code, problems } of named) expect(check(`${before}\n${head}\n${code}`)).toEqual(problems);
  });

  test('for its comment, its name or its syntax', () => {
    for (const { code, problems } of others) {
      expect(check(code)).toEqual(problems.map((problem) => expect.stringContaining(problem)));
    }
  });

  test('and reports all problems of a file at once', () => {
    const code = 'export function f(it: any) {}\n/** Two. */\nexport function g(it: string) {}';
    expect(check(code)).toHaveLength(3);
  });

  test('unless only another function is marked with @tool', () => {
    expect(check('export function f(it: any) {}\n/** Two. @tool */\nexport function g() {}')).toEqual([]);
  });
});
