import { describe, expect, test } from '@jest/globals';
import type { MessagesRequestBody } from '../../lib/wire/messages-request-body.js';
import { type Equal, expectType } from '../support/types.js';

const everything = {
  model: 'claude-sonnet-5-5',
  max_tokens: 1024,
  messages: [{ role: 'user', content: 'hi' }],
  system: [{ type: 'text', text: 'hi', cache_control: { type: 'ephemeral' } }],
  tools: [{ type: 'bash_20250124', name: 'bash' }],
  tool_choice: { type: 'auto', disable_parallel_tool_use: true },
  thinking: {
    type: 'adaptive',
    display: 'summarized',
    block_binding: { prefix_mismatch_behavior: 'drop_block' },
  },
  output_config: {
    effort: 'xhigh',
    format: { type: 'json_schema', schema: { type: 'object', properties: {} } },
    task_budget: { type: 'tokens', total: 20_000 },
  },
  stop_sequences: ['###'],
  stream: true,
  metadata: { user_id: 'u' },
  cache_control: { type: 'ephemeral', ttl: '5m' },
  container: { id: 'c', skills: [{ type: 'anthropic', skill_id: 'pdf', version: 'latest' }] },
  diagnostics: { previous_message_id: null },
  inference_geo: 'us',
  service_tier: 'standard_only',
  speed: 'fast',
  temperature: 0.5,
  top_p: 0.9,
  top_k: 40,
  billing_policy: { type: 'billing_policy', bill_to: 'self' },
  compaction: { type: 'summarize', instructions: 'Be brief.' },
  context_management: {
    edits: [
      {
        type: 'clear_tool_uses_20250919',
        trigger: { type: 'input_tokens', value: 30_000 },
        keep: { type: 'tool_uses', value: 3 },
        clear_at_least: { type: 'input_tokens', value: 5_000 },
        exclude_tools: ['memory'],
        clear_tool_inputs: ['bash'],
      },
      { type: 'clear_thinking_20251015', keep: { type: 'thinking_turns', value: 1 } },
      { type: 'compact_20260112', pause_after_compaction: true, instructions: null },
    ],
  },
  fallback_credit_token: { token: 't', mode: 'best_effort' },
  fallbacks: [{ model: 'claude-opus-5', thinking: { type: 'disabled' }, speed: 'standard' }],
  mcp_servers: [{ type: 'url', name: 'docs', url: 'https://example.com', authorization_token: 't' }],
  thread: { type: 'continue', previous_message_id: 'msg_1' },
} as const satisfies MessagesRequestBody;

describe('a request body', () => {
  test('accepts every parameter as a deeply readonly value', () => {
    expectType<Equal<Exclude<keyof MessagesRequestBody, keyof typeof everything>, 'output_format'>>();
    const body: MessagesRequestBody = everything;
    expect(body).toBe(everything);
  });

  test('accepts undefined for an optional parameter', () => {
    const { model, max_tokens, messages } = everything;
    const body: MessagesRequestBody = { model, max_tokens, messages, system: undefined, thinking: undefined };
    expect(JSON.stringify(body)).toBe(JSON.stringify({ model, max_tokens, messages }));
  });

  test('rejects a misspelled parameter, a wrong combination and an invalid value', () => {
    const { model, max_tokens, messages } = everything;
    // @ts-expect-error: there is no parameter max_token
    const misspelled: MessagesRequestBody = { model, max_tokens, messages, max_token: 1 };
    // @ts-expect-error: disabled thinking has no budget
    const mixed: MessagesRequestBody['thinking'] = { type: 'disabled', budget_tokens: 1024 };
    // @ts-expect-error: there is no such ttl
    const lifetime: MessagesRequestBody['cache_control'] = { type: 'ephemeral', ttl: '2h' };
    expect([misspelled, mixed, lifetime]).toHaveLength(3);
  });
});
