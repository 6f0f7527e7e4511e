import { describe, expect, test } from '@jest/globals';
import { isValidationError, MessagesRequest, MessagesRequestBuilder } from '../../lib/index.js';
import { pathsOf, unexpectedValues, withValue } from '../support/unexpected-values.js';

/** A body with every field that a rule reads. */
const body = {
  model: 'claude-sonnet-4-5',
  max_tokens: 4096,
  system: [{ type: 'text', text: 'Be brief.', cache_control: { type: 'ephemeral', ttl: '1h' } }],
  messages: [
    {
      role: 'user',
      content: [
        { type: 'text', text: 'Hi' },
        { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'AAAA' } },
        {
          type: 'document',
          source: { type: 'text', media_type: 'text/plain', data: 'x' },
          citations: { enabled: true },
        },
      ],
    },
    {
      role: 'assistant',
      content: [
        { type: 'thinking', thinking: 'Hm', signature: 's' },
        { type: 'tool_use', id: 'toolu_1', name: 'f', input: { city: 'Paris' } },
      ],
    },
    {
      role: 'user',
      content: [
        {
          type: 'tool_result',
          tool_use_id: 'toolu_1',
          content: [{ type: 'text', text: 'x' }],
          is_error: false,
        },
      ],
    },
  ],
  tools: [
    { name: 'f', input_schema: { type: 'object', properties: { city: { type: 'string' } } }, strict: true },
    { type: 'web_search_20250305', name: 'web_search', allowed_domains: ['a.test'] },
    { type: 'mcp_toolset', mcp_server_name: 'm' },
  ],
  tool_choice: { type: 'auto' },
  thinking: { type: 'enabled', budget_tokens: 1024 },
  metadata: { user_id: 'u' },
  stop_sequences: ['END'],
  temperature: 1,
  service_tier: 'auto',
  container: { id: 'c', skills: [{ type: 'anthropic', skill_id: 'pptx', version: 'latest' }] },
  context_management: {
    edits: [{ type: 'clear_tool_uses_20250919', trigger: { type: 'input_tokens', value: 1 } }],
  },
  mcp_servers: [{ type: 'url', url: 'https://m.test', name: 'm' }],
  output_config: { effort: 'low', format: { type: 'json_schema', schema: { type: 'object' } } },
};

describe('MessagesRequest.parse()', () => {
  test('returns a request or throws a ValidationError for an unexpected value at any path', () => {
    const failures: unknown[] = [];
    for (const path of pathsOf(body)) {
      for (const unexpected of unexpectedValues) {
        try {
          MessagesRequest.parse(withValue(body, path, unexpected));
        } catch (error) {
          if (!isValidationError(error)) failures.push([path.join('.'), unexpected, String(error)]);
        }
      }
    }
    expect(failures).toEqual([]);
  });

  test.each([5_000, 100_000])('refuses JSON that is nested %i levels deep', (depth) => {
    const open = '['.repeat(depth);
    const close = ']'.repeat(depth);
    const text = `{"model":"claude-haiku-4-5","max_tokens":1,"messages":[],"metadata":${open}${close}}`;
    const problem = { rule: 'shape', message: expect.stringContaining('512 levels deep') };
    expect(MessagesRequest.problems(text)).toMatchObject([problem]);
    expect(() => MessagesRequest.parse(text)).toThrow('512 levels deep');
  });
});

test.each([
  [
    'contains itself',
    () => {
      const cyclic: Record<string, unknown> = {};
      cyclic.self = cyclic;
      return cyclic;
    },
  ],
  [
    'is infinitely deep',
    () => {
      const bottomless = (): object => ({
        get next() {
          return bottomless();
        },
      });
      return bottomless();
    },
  ],
])('a builder refuses a value that %s', (_what, value) => {
  const haiku = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(64).user('Hi');
  for (const step of [
    () => haiku.metadata(value() as never),
    () => haiku.extraBody({ field: value() } as never),
    () => haiku.messages([{ role: 'user', content: [value()] }] as never),
  ]) {
    expect(step).toThrow(expect.objectContaining({ name: 'ValidationError' }));
  }
});
