import { describe, expect, test } from '@jest/globals';
import { compileSnippets, instantiations } from '../support/compile.js';
import { tool } from './cases/tool.js';

describe('2001 literal turns with tools', () => {
  const rounds = Array.from(
    { length: 500 },
    (_, index) => `{ role: 'user', content: 'Q${index}' },
      { role: 'assistant', content: [{ type: 'text', text: 'T${index}' }, { type: 'tool_use', id: 'toolu_${index}', name: 'tool_1', input: {} }] },
      { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'toolu_${index}', content: '1' }] },
      { role: 'assistant', content: 'A${index}' }`,
  ).join(', ');
  const last = `{ role: 'user', content: 'Last' }`;
  const call = `{ role: 'assistant', content: [{ type: 'tool_use', id: 'toolu_last', name: 'tool_1', input: {} }] }`;
  const chain = (turns: string) =>
    `MessagesRequestBuilder.create('claude-opus-5').maxTokens(1024).tools(${tool(1)}).messages([${turns}]).build()`;
  const object = (turns: string) =>
    `MessagesRequest.of({ model: 'claude-opus-5', max_tokens: 1024, tools: [${tool(1)}], messages: [${turns}] })`;
  const programOf = (request: string) => `import { MessagesRequest, MessagesRequestBuilder } from 'clust';
    type IsAny<Type> = 0 extends 1 & Type ? true : false;
    const request = ${request};
    export const never: IsAny<typeof request> | IsAny<(typeof request)['model']> = false;`;

  test.each(['5.4', '5.9', '6.0', '7.0'] as const)(
    'compile with TypeScript %s, and no type becomes any',
    (version) => {
      const snippets = [chain, object].map((form, index) => ({
        name: `${index}`,
        code: programOf(form(`${rounds}, ${last}`)),
      }));
      const found = compileSnippets(version, snippets);
      expect([...found.values()].flat()).toEqual([]);
    },
    120_000,
  );

  test.each([
    ['a chain', chain],
    ['an object', object],
  ])('stay under 600000 instantiations in %s', (_, form) => {
    expect(instantiations(programOf(form(`${rounds}, ${last}`)))).toBeLessThan(600_000);
  });

  test('stay under 1250000 instantiations with a cache breakpoint at the end', () => {
    const cached = `{ role: 'user', content: [{ type: 'text', text: 'Last', cache_control: { type: 'ephemeral' } }] }`;
    expect(instantiations(programOf(object(`${rounds}, ${cached}`)))).toBeLessThan(1_250_000);
  });

  test('are refused when a tool call without a result follows', () => {
    const code = programOf(chain(`${rounds}, ${last}, ${call}, ${last}`));
    const [first] = compileSnippets('6.0', [{ name: 'it', code }]).get('it') ?? [];
    expect(first?.message).toContain('tool_use toolu_last needs its tool_result');
  });
});
