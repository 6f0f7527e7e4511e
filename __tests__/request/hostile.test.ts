import { describe, expect, test } from '@jest/globals';
import { MessagesRequest } from '../../lib/index.js';
import { requiredBetas } from '../../lib/request/required-betas.js';
import { versionProblems } from '../../lib/request/version-problems.js';
import { pick, seededRandom } from '../support/random.js';
import { unchecked } from '../support/unchecked.js';
import { pathsOf, unexpectedValues, withValue } from '../support/unexpected-values.js';

/** A valid request with every field that a rule reads. */
const full = {
  model: 'claude-opus-5',
  max_tokens: 64,
  system: [{ type: 'text', text: 'x', cache_control: { type: 'ephemeral', ttl: '1h' } }],
  tools: [
    {
      name: 'f',
      strict: true,
      input_schema: {
        type: 'object',
        properties: { a: { $ref: '#/$defs/A' }, b: { type: 'array', items: { enum: ['x'] }, minItems: 1 } },
        $defs: { A: { anyOf: [{ type: 'string' }, { type: 'null' }] } },
        required: ['a'],
        additionalProperties: false,
      },
      input_examples: [{ a: 'x' }],
    },
    { type: 'web_search_20250305', name: 'web_search', allowed_domains: ['a.com'], blocked_domains: null },
    { type: 'mcp_toolset', mcp_server_name: 'docs', tools: [] },
    { type: 'code_execution_20260521', name: 'code_execution' },
    { type: 'computer_20251124', name: 'computer', display_width_px: 9, display_height_px: 9 },
  ],
  tool_choice: { type: 'tool', name: 'f' },
  mcp_servers: [{ type: 'url', name: 'docs', url: 'https://example.com' }],
  container: { skills: [{ type: 'anthropic', skill_id: 'pptx' }] },
  thinking: { type: 'adaptive', display: 'updates', block_binding: {} },
  output_config: { effort: 'low', task_budget: { type: 'tokens', total: 20_000 } },
  context_management: {
    edits: [{ type: 'compact_20260112', trigger: { type: 'input_tokens', value: 50_000 } }],
  },
  metadata: { user_id: 'u' },
  stop_sequences: ['END'],
  messages: [
    {
      role: 'user',
      content: [{ type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'AA==' } }],
    },
    {
      role: 'assistant',
      content: [
        { type: 'thinking', thinking: 'x', signature: 'y' },
        { type: 'tool_use', id: 'toolu_1', name: 'f', input: {}, toolset_name: null },
      ],
    },
    {
      role: 'user',
      content: [
        { type: 'tool_result', tool_use_id: 'toolu_1', content: [{ type: 'text', text: 'x' }] },
        { type: 'search_result', source: 'a', title: 'b', content: [{ type: 'text', text: 'c' }] },
        { type: 'document', source: { type: 'content', content: [{ type: 'text', text: 'd' }] } },
      ],
    },
    { role: 'system', content: 'Be brief.', output_config: { effort: 'high' } },
  ],
};

describe('problems() of a malformed request', () => {
  const paths = pathsOf(full);

  test('is empty for the request before it is malformed', () => {
    expect(MessagesRequest.problems(full)).toEqual([]);
  });

  test('is a list, and no check throws, for an unexpected value at any one path', () => {
    for (const path of paths) {
      for (const unexpected of unexpectedValues) {
        const body = withValue(full, path, unexpected);
        expect(Array.isArray(MessagesRequest.problems(body, { version: '2026-10-21' }))).toBe(true);
        if (typeof body !== 'object' || body === null) continue;
        // A client calls these before the shape of the request has been checked.
        expect(Array.isArray(requiredBetas(unchecked(body)))).toBe(true);
        expect(Array.isArray(versionProblems(unchecked(body), '2026-10-21'))).toBe(true);
      }
    }
  });

  test('is a list for several unexpected values at once', () => {
    const random = seededRandom(5);
    for (let round = 0; round < 3000; round += 1) {
      let body: unknown = full;
      for (let count = pick(random, 6); count >= 0; count -= 1) {
        const candidates = pathsOf(body);
        const path = candidates[pick(random, candidates.length)] ?? [];
        body = withValue(body, path, unexpectedValues[pick(random, unexpectedValues.length)]);
      }
      expect(Array.isArray(MessagesRequest.problems(body))).toBe(true);
    }
  });
});

describe('AT-7.2 a history that is cut at random', () => {
  /** Rounds of a question, tool calls, tool results and an answer, as an agent records them. */
  function historyOf(random: () => number): { role: string; content: unknown }[] {
    return Array.from({ length: 6 }, (_, round) => {
      const ids = Array.from({ length: pick(random, 4) }, (_, index) => `toolu_${round}_${index}`);
      const question = { role: 'user', content: `Question ${round}` };
      const answer = { role: 'assistant', content: `Answer ${round}` };
      if (ids.length === 0) return [question, answer];
      const calls = ids.map((id) => ({ type: 'tool_use', id, name: 'f', input: {} }));
      const results = ids.map((id) => ({ type: 'tool_result', tool_use_id: id, content: 'x' }));
      return [question, { role: 'assistant', content: calls }, { role: 'user', content: results }, answer];
    }).flat();
  }

  test('has one problem for each tool call or result whose counterpart was cut off', () => {
    const random = seededRandom(7);
    for (let round = 0; round < 500; round += 1) {
      const history = historyOf(random);
      const start = pick(random, history.length);
      const messages = history.slice(start, start + 1 + pick(random, history.length - start));
      const problems = MessagesRequest.problems({ model: 'claude-haiku-4-5', max_tokens: 9, messages });
      const first = messages[0];
      const last = messages.at(-1);
      const orphans = first?.role === 'user' && Array.isArray(first.content) ? first.content.length : 0;
      const waiting = last?.role === 'assistant' && Array.isArray(last.content) ? last.content.length : 0;
      expect(problems.map(({ rule, path }) => `${rule} ${path}`)).toEqual([
        ...Array.from({ length: orphans }, (_, index) => `tool-results messages.0.content.${index}`),
        ...Array.from(
          { length: waiting },
          (_, index) => `tool-results messages.${messages.length - 1}.content.${index}`,
        ),
      ]);
    }
  });
});
