import { beforeAll, describe, expect, test } from '@jest/globals';
import type ts from 'typescript';
import { isValidationError } from '../../lib/index.js';
import { compileFiles, type Diagnostic } from '../support/compile.js';
import { importUsed } from '../support/import-used.js';
import { compilerOf } from '../support/typescript-versions.js';
import { acceptedCases } from './cases/accepted.js';
import { refusedCases } from './cases/all.js';
import { runCase } from './cases/run-case.js';

/** Requests with more steps than this are not permuted. */
const MAX_STEPS = 6;

/** Steps whose relative order matters. */
const turns = new Set(['user', 'assistant', 'messages', 'toolResults']);
const groupOf = (step: Step) => (turns.has(step.name) ? 'turn' : step.name);

/** Whether a step has been called before. The second call adds to the first or replaces it, so the order matters. */
function isRepeated(step: Step, index: number, steps: readonly Step[]): boolean {
  return !turns.has(step.name) && steps.findIndex(({ name }) => name === step.name) < index;
}

interface Step {
  readonly name: string;
  /** The source of the call, with its leading dot. */
  readonly code: string;
}

/** The code of a request in every order of its steps, the original order first. Other code than a plain chain is returned alone. */
function inEveryOrder(code: string): string[] {
  const chain = stepsOf(code);
  if (chain === undefined || chain.steps.length > MAX_STEPS || chain.steps.some(isRepeated)) return [code];
  return ordersOf(chain.steps).map(
    (steps) => `${chain.create}${steps.map((step) => step.code).join('')}.build()`,
  );
}

/** Splits a chain into `create(…)` and the steps up to `build()`. Returns undefined for other code, and for `dynamic()` and `when()`. */
function stepsOf(code: string): { readonly create: string; readonly steps: readonly Step[] } | undefined {
  const compiler = compilerOf('6.0');
  const source = compiler.createSourceFile('case.ts', code, compiler.ScriptTarget.ESNext, true);
  const [statement, ...others] = source.statements;
  if (!statement || others.length > 0 || !compiler.isExpressionStatement(statement)) return undefined;
  const steps: Step[] = [];
  for (let node: ts.Expression = statement.expression; compiler.isCallExpression(node); ) {
    if (!compiler.isPropertyAccessExpression(node.expression)) return undefined;
    const { expression, name } = node.expression;
    if (name.text === 'create') {
      const [last, ...before] = steps;
      return last?.name === 'build' ? { create: node.getText(), steps: before.toReversed() } : undefined;
    }
    if (name.text === 'dynamic' || name.text === 'when') return undefined;
    steps.push({ name: name.text, code: code.slice(expression.end, node.end).trim() });
    node = expression;
  }
  return undefined;
}

/** Every order of the steps that keeps the order within each group. */
function ordersOf(steps: readonly Step[]): (readonly Step[])[] {
  if (steps.length === 0) return [[]];
  const firsts = steps.filter(
    (step, index) => steps.findIndex((other) => groupOf(other) === groupOf(step)) === index,
  );
  return firsts.flatMap((first) =>
    ordersOf(steps.filter((step) => step !== first)).map((rest) => [first, ...rest]),
  );
}

/** Compiles lists of expressions with TypeScript 7. Returns a lookup of the errors by list index and expression index. */
function compileLists(
  lists: readonly (readonly string[])[],
): (index: number, expression: number) => readonly Diagnostic[] {
  const found = compileFiles(
    '7.0',
    new Map(
      lists.map((codes, index) => [
        `orders-${index}.ts`,
        [importUsed(codes.join()), ...codes.map((code) => `${code.replaceAll(/\s*\n\s*/g, ' ')};`)].join(
          '\n',
        ),
      ]),
    ),
  );
  return (index, expression) =>
    (found.get(`orders-${index}.ts`) ?? []).filter(({ line }) => line === expression + 2);
}

const accepted = acceptedCases.map((code) => ({ code, orders: inEveryOrder(code) }));
const refused = refusedCases.map((one) => ({ ...one, orders: inEveryOrder(one.code) }));
const refusedByCompiler = refused.filter(({ at }) => at !== undefined);

test('more than 200 cases have several orders', () => {
  const several = [...accepted, ...refused].filter(({ orders }) => orders.length > 1);
  expect(several.length).toBeGreaterThan(200);
});

describe('the run-time check accepts a valid request in every order of its steps', () => {
  test.each(accepted)('$code', ({ orders }) => {
    const [first, ...others] = orders.map(runCase);
    for (const other of others) expect(other).toEqual(first);
  });
});

describe('the run-time check refuses an invalid request in every order of its steps', () => {
  test.each(refused)('$rule: $code', async ({ orders, rule, sentence }) => {
    for (const code of orders) {
      const caught: unknown = await Promise.resolve()
        .then(() => runCase(code))
        .catch((error: unknown) => error);
      const problems = isValidationError(caught) ? caught.problems : [caught];
      expect(problems).toContainEqual(expect.objectContaining({ rule, message: sentence }));
    }
  });
});

describe('the compiler accepts a valid request in every order of its steps', () => {
  let objectionsOf: ReturnType<typeof compileLists>;
  beforeAll(() => {
    objectionsOf = compileLists(accepted.map(({ orders }) => orders));
  }, 120_000);

  test.each(accepted.map(({ code, orders }, index) => ({ code, orders, index })))(
    '$code',
    ({ orders, index }) => {
      expect(orders.filter((_, expression) => objectionsOf(index, expression).length > 0)).toEqual([]);
    },
  );
});

describe('the compiler refuses an invalid request in every order of its steps', () => {
  let objectionsOf: ReturnType<typeof compileLists>;
  beforeAll(() => {
    objectionsOf = compileLists(refusedByCompiler.map(({ orders }) => orders));
  }, 120_000);

  test.each(refusedByCompiler.map((one, index) => ({ ...one, index })))(
    '$rule: $code',
    ({ orders, index }) => {
      expect(orders.filter((_, expression) => objectionsOf(index, expression).length === 0)).toEqual([]);
    },
  );
});
