import { describe, expect, test } from '@jest/globals';
import { cost, defineModel, estimate, MessagesRequestBuilder, text, webSearch } from '../../../lib/index.js';

const builder = MessagesRequestBuilder.create('claude-sonnet-5-5').maxTokens(1000);
const plain = builder.user('Hello').build();

describe('estimate()', () => {
  test('prices the whole prompt and an answer of max_tokens', () => {
    expect(estimate(plain, { inputTokens: 1000 })).toMatchObject({
      input: 0.002,
      output: 0.01,
      total: 0.012,
    });
  });

  test('uses the expected output and cache reads if they are given', () => {
    const cached = { inputTokens: 1000, outputTokens: 100, cacheReadTokens: 900 };
    expect(estimate(plain, cached)).toMatchObject({ input: 0.0002, cacheRead: 0.00009, output: 0.001 });
  });

  test('prices cache writes if the request has cache breakpoints', () => {
    const five = builder.user(text('Hello').cached()).build();
    expect(estimate(five, { inputTokens: 1000 })).toMatchObject({ input: 0, cacheWrite5m: 0.0025 });
    const hour = builder.system(text('Be brief.').cached('1h')).user('Hello').build();
    expect(estimate(hour, { inputTokens: 1000, cacheReadTokens: 400 })).toMatchObject({
      cacheRead: 0.00004,
      cacheWrite1h: 0.0024,
    });
  });

  test('applies the prices for speed, geography and batches', () => {
    const fast = MessagesRequestBuilder.create('claude-opus-5-5')
      .maxTokens(1000)
      .speed('fast')
      .user('Hello')
      .build();
    const billed = { input_tokens: 500, output_tokens: 1000, speed: 'fast' };
    expect(estimate(fast, { inputTokens: 500 })).toEqual(cost(billed, { model: 'claude-opus-5-5' }));
    const us = builder.inferenceGeo('us').user('Hello').build();
    expect(estimate(us, { inputTokens: 1000 }).total).toBe(0.0132);
    expect(estimate(plain, { inputTokens: 1000, batch: true }).total).toBe(0.006);
  });

  test('prices a custom model, of the request or of the option model', () => {
    const price = { input: 1, output: 1, cacheWrite5m: null, cacheWrite1h: null, cacheRead: null };
    const own = defineModel({ id: 'own', maxOutputTokens: 5000, price });
    const request = MessagesRequestBuilder.create(own).maxTokens(1000).user('Hello').build();
    expect(estimate(request, { inputTokens: 1000, model: own }).total).toBe(0.002);
    expect(estimate(request, { inputTokens: 1000 }).total).toBe(0.002);
    expect(estimate({ ...request }, { inputTokens: 1000 })).toMatchObject({
      total: undefined,
      reason: expect.stringMatching(/does not know the model own/),
    });
  });

  test('has no total if a server tool may run', () => {
    const searching = builder.tools(webSearch()).user('Hello').build();
    const estimated = estimate(searching, { inputTokens: 1000 });
    expect(estimated).toMatchObject({ input: 0.002, output: 0.01, serverTools: undefined, total: undefined });
    expect(estimated.reason).toMatch(/what web_search_\d+ will do/);
  });

  test.each([
    [{ mcp_servers: [{ type: 'url', name: 'a', url: 'https://mcp.test' }] }, /what mcp_servers will do/],
    [{ fallbacks: [{ model: 'claude-opus-5' }] }, /whether a fallback answers/],
    [{ compaction: { type: 'summarize' } }, /whether the prompt is compacted/],
    [{ context_management: { edits: [{ type: 'compact_20260112' }] } }, /whether the prompt is compacted/],
  ])('has a reason in place of a total for %j', (more, reason) => {
    const estimated = estimate({ ...plain, ...more } as typeof plain, { inputTokens: 1000 });
    expect(estimated).toMatchObject({ input: 0.002, output: 0.01, total: undefined });
    expect(estimated.reason).toMatch(reason);
  });
});
