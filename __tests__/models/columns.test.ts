import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { DefinedModel } from '../../lib/models/defined-model.js';
import { findModel } from '../../lib/models/find-model.js';
import { rulesOf } from '../../lib/models/lookup.js';
import type { ModelRules } from '../../lib/models/model-spec.js';
import { MessagesRequest } from '../../lib/request/messages-request.js';
import { rules } from '../../lib/request/rules/all.js';

const page = readFileSync(new URL('../../docs/models.md', import.meta.url), 'utf8');
const [, facts = '', columns = ''] = page.split(/^(?:These facts are for information|The \[rules\]).*$/m);

/** The fields in the first column of a table on the page. */
const namedIn = (table: string) =>
  [...table.matchAll(/^\| (`[^|]*`) *\|/gm)].flatMap(([, cell = '']) => cell.replaceAll('`', '').split(', '));

const known = Object.keys(rulesOf('claude-opus-5') ?? {}).filter((column) => column !== 'id');

describe('the catalog columns', () => {
  const read = new Set<PropertyKey>();
  beforeAll(() => {
    for (const body of bodies) {
      const spec = new Proxy(specOf(body.model), {
        get(target, column, receiver) {
          read.add(column);
          return Reflect.get(target, column, receiver);
        },
      });
      const model = { id: body.model, spec } as unknown as DefinedModel;
      MessagesRequest.problems(
        { max_tokens: 9, messages: [{ role: 'user', content: 'Hi' }], ...body },
        { models: [model], betas: ['interleaved-thinking-2025-05-14'] },
      );
    }
  });

  test.each(known)('include %s, which a rule reads', (column) => {
    expect(read).toContain(column);
  });

  test('are all in docs/models.md, with links to existing rules', () => {
    expect(namedIn(columns).toSorted()).toEqual(known.toSorted());
    const fields = Object.keys(findModel('claude-opus-5') ?? {}).filter((field) => field !== 'id');
    expect([...namedIn(facts), ...namedIn(columns)].toSorted()).toEqual(fields.toSorted());
    const ids: readonly string[] = rules.map(({ id }) => id);
    for (const [, id = ''] of columns.matchAll(/rules\.md#([a-z-]+)/g)) expect(ids).toContain(id);
  });
});

function specOf(model: string): ModelRules {
  const spec = rulesOf(model);
  if (spec === undefined) throw new Error(`no rules for ${model}`);
  return spec;
}

const image = { type: 'image', source: { type: 'url', url: 'https://example.com/a.png' } };
const pdf = { type: 'document', source: { type: 'url', url: 'https://example.com/a.pdf' } };

/** Requests that together use every feature that a model may refuse. */
const bodies: readonly { readonly model: string; readonly [field: string]: unknown }[] = [
  {
    model: 'claude-opus-5',
    thinking: { type: 'disabled' },
    output_config: { effort: 'max', task_budget: { total: 20_000 } },
  },
  {
    model: 'claude-sonnet-5-5',
    thinking: { type: 'between_tools' },
    output_config: { effort: 'max' },
    speed: 'fast',
  },
  {
    model: 'claude-sonnet-4-5',
    thinking: { type: 'enabled', budget_tokens: 2048 },
    temperature: 1,
    inference_geo: 'us',
    fallbacks: [{ model: 'claude-opus-5' }],
    output_config: { format: { type: 'json_schema', schema: {} } },
    tool_choice: { type: 'any' },
    context_management: { edits: [{ type: 'compact_20260112' }] },
    messages: [
      { role: 'user', content: [image, pdf] },
      { role: 'assistant', content: 'A' },
    ],
    tools: [
      { name: 'f', input_schema: { type: 'object' }, allowed_callers: ['code_execution_20260120'] },
      { type: 'web_search_20260209', name: 'web_search' },
      { type: 'advisor_20260301', name: 'advisor', model: 'claude-opus-5' },
      { type: 'computer_20251124', name: 'computer' },
    ],
  },
  {
    model: 'claude-haiku-5-5',
    thinking: { type: 'disabled' },
    messages: [
      { role: 'user', content: 'Hi' },
      { role: 'system', content: 'Be brief.', output_config: { effort: 'low' } },
    ],
  },
];
