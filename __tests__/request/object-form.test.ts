import { beforeAll, describe, expect, test } from '@jest/globals';
import { isValidationError, MessagesRequest, MessagesRequestBuilder } from '../../lib/index.js';
import { mockClient } from '../../lib/testing/index.js';
import { compileSnippets, type Diagnostic, objections } from '../support/compile.js';
import { importUsed } from '../support/import-used.js';
import { failureOf } from '../support/transport.js';
import { unchecked } from '../support/unchecked.js';
import { acceptedCases } from './cases/accepted.js';
import { refusedCases } from './cases/all.js';
import { runCase } from './cases/run-case.js';

/** Chains that have no object form: they set betas, custom models, or unknown fields and blocks. */
const chainOnly = /betas\(|defineModel\(|extraBody\(|rawBlock\(|^(?!MessagesRequestBuilder)/;

/** Source that passes the body of a chain to `MessagesRequest.of()`. */
const objectOf = (body: unknown) => `MessagesRequest.of(${JSON.stringify(body)})`;

const accepted = acceptedCases.filter((code) => !chainOnly.test(code)).map((code) => objectOf(runCase(code)));

const refused = refusedCases.flatMap(({ code, rule, sentence, at, path }) => {
  if (chainOnly.test(code) || at === undefined || !code.endsWith('.build()')) return [];
  let body: object;
  try {
    body = runCase(code.replace(/\.build\(\)$/, '.toJSON()')) as object;
  } catch {
    return []; // A step that throws leaves no body.
  }
  const isWhole = 'max_tokens' in body && 'messages' in body;
  return isWhole ? [{ code: objectOf(body), rule, sentence, path, body }] : [];
});

/** Steps that may move to the end of a chain. */
const anyTime = /^\.(?!user|assistant|messages|toolResults|tools|system|create)\w+/;

/** The same requests, with one step called on a builder made `from()` the body of all other steps. */
const continued = refusedCases.flatMap(({ code, rule, sentence, at }) => {
  if (chainOnly.test(code) || at === undefined || !code.endsWith('.build()')) return [];
  const [create = '', ...steps] = stepsOf(code.replace(/\.build\(\)$/, ''));
  return steps.flatMap((last, index) => {
    if (index !== steps.length - 1 && !anyTime.test(last)) return [];
    const others = steps.toSpliced(index, 1).join('');
    try {
      const body = JSON.stringify(runCase(`${create}${others}.toJSON()`));
      return [{ code: `MessagesRequestBuilder.from(${body})${last}.build()`, rule, sentence }];
    } catch {
      return []; // A step that throws leaves no body.
    }
  });
});

/** Splits a chain into its calls, each with its leading dot. The first is `MessagesRequestBuilder.create(…)`. */
function stepsOf(chain: string): readonly string[] {
  const starts: number[] = [];
  let depth = 0;
  for (const [at, character] of [...chain].entries()) {
    if ('([{'.includes(character)) depth += 1;
    else if (')]}'.includes(character)) depth -= 1;
    else if (depth === 0 && character === '.') starts.push(at);
  }
  return starts.map((start, index) => chain.slice(index === 0 ? 0 : start, starts[index + 1]));
}

/** Source that sends the object with a client of an unknown API version, which accepts whatever a builder accepts. */
function sent(code: string): string {
  const method = code.includes('"stream":true') ? 'createMessageStream' : 'createMessage';
  return `import type { Client, Version } from 'clust';
    declare const client: Client<Version>;
    ${code.replace('MessagesRequest.of', `client.${method}`)};`;
}

test('at least 40 accepted and 60 refused chains have an object form', () => {
  expect(accepted.length).toBeGreaterThanOrEqual(40);
  expect(refused.length).toBeGreaterThanOrEqual(60);
  expect(continued.length).toBeGreaterThanOrEqual(60);
});

describe('the run-time check', () => {
  test.each(accepted)('accepts %s', (code) => {
    expect(runCase(code)).toMatchObject({ messages: expect.any(Array) });
  });

  test.each(refused)('refuses by the rule $rule: $code', async ({ code, rule, sentence, path, body }) => {
    const problem = { path, rule, message: sentence };
    expect(caught(() => runCase(code))).toContainEqual(problem);
    expect(MessagesRequest.problems(JSON.stringify(body))).toContainEqual(problem);
    const client = mockClient([]);
    const error = await failureOf(client.createMessage(unchecked(body)));
    expect(isValidationError(error) ? error.problems : error).toContainEqual(problem);
    expect(client.requests).toEqual([]);
  });
});

describe('the compiler', () => {
  let found: Map<string, readonly Diagnostic[]>;
  beforeAll(() => {
    const whole = [...accepted, ...refused.map(({ code }) => code)].map(
      (code) => [code, sent(code)] as const,
    );
    const later = continued.map(({ code }) => [code, `${importUsed(code)}\n${code};`] as const);
    found = compileSnippets(
      '6.0',
      [...new Map([...whole, ...later])].map(([name, code]) => ({ name, code })),
    );
  }, 60_000);

  test.each(accepted)('accepts %s', (code) => {
    expect(objections(found.get(code))).toEqual([]);
  });

  test.each(refused)('refuses by the rule $rule: $code', ({ code, sentence }) => {
    expect(objections(found.get(code))?.join('\n')).toContain(sentence);
  });

  test.each(continued)('refuses a continued builder by the rule $rule: $code', ({ code, sentence }) => {
    expect(objections(found.get(code))?.join('\n')).toContain(sentence);
  });

  test('puts the error on the wrong field, and names a misspelled field', () => {
    const code = (fields: string) =>
      `import { MessagesRequest } from 'clust';
      MessagesRequest.of({ model: 'claude-haiku-4-5', ${fields}, messages: [{ role: 'user', content: 'Hi' }] });`;
    const names = ['max_tokens: 200_000', 'max_tokens: 9, temprature: 1'];
    const shown = compileSnippets(
      '6.0',
      names.map((name) => ({ name, code: code(name) })),
    );
    expect(objections(shown.get('max_tokens: 200_000'))).toEqual([
      `TS2322 at max_tokens: Type 'number' is not assignable to type '"claude-haiku-4-5 generates at most 64000 tokens, not 200000"'.`,
    ]);
    expect(objections(shown.get('max_tokens: 9, temprature: 1'))).toEqual([
      `TS2322 at temprature: Type 'number' is not assignable to type 'Because<"a request has no field temprature">'.`,
    ]);
  });

  test('accepts a body of wide types, and infers the input of a tool() from its schema', () => {
    const code = `import { type MessageParam, type MessageResponse, MessagesRequest, tool } from 'clust';
      declare const id: string, limit: number, turns: MessageParam[];
      MessagesRequest.of({ model: id, max_tokens: limit, messages: turns });
      const weather = tool({ name: 'get_weather', description: 'd', input: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] }, run: () => '' });
      const request = MessagesRequest.of({ model: 'claude-haiku-4-5', max_tokens: 9, tools: [weather], messages: [{ role: 'user', content: 'Hi' }] });
      declare const answer: MessageResponse<typeof request>;
      export const city: string | undefined = answer.toolUses[0]?.input.city;`;
    expect(objections(compileSnippets('6.0', [{ name: 'it', code }]).get('it'))).toEqual([]);
  });
});

test('a builder that starts from an object checks its task budget', () => {
  const start = {
    model: 'claude-opus-5',
    max_tokens: 9,
    output_config: { task_budget: { type: 'tokens', total: 100 } },
  } as const;
  expect(() => MessagesRequestBuilder.from(start).effort('low').user('Hi').build()).toThrow(
    'output_config.task_budget.total: a task budget is at least 20000 tokens, not 100',
  );
});

test('MessagesRequest.of() writes the definition of a tool() into the body', () => {
  const request = runCase(`MessagesRequest.of({ model: 'claude-haiku-4-5', max_tokens: 9,
    tools: [tool({ name: 'f', description: 'Does it.', input: { type: 'object' }, run: () => '' })],
    messages: [{ role: 'user', content: 'Hi' }] })`);
  expect(request).toMatchObject({ tools: [{ name: 'f', input_schema: { type: 'object' } }] });
});

function caught(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    return isValidationError(error) ? error.problems : error;
  }
}
