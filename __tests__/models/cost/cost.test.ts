import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Cost,
  cost,
  defineModel,
  findModel,
  formatCost,
  MessagesRequestBuilder,
  sumCosts,
} from '../../../lib/index.js';
import { workedExamples } from './worked-examples.js';

const usage = { input_tokens: 1000, output_tokens: 500 };
const parts = ['input', 'output', 'cacheWrite5m', 'cacheWrite1h', 'cacheRead', 'serverTools'] as const;

describe('cost()', () => {
  test.each(workedExamples)('prices $name at $total USD', ({ message, total }) => {
    const { reason, ...spent } = cost(message);
    expect(reason).toBeUndefined();
    expect(spent).toMatchObject({
      total,
      currency: 'USD',
      pricesAsOf: expect.stringMatching(/^2026-\d\d-\d\d$/),
    });
  });

  test('accepts a usage with the option model', () => {
    expect(cost(usage, { model: 'claude-opus-5-5' })).toMatchObject({
      input: 0.004,
      output: 0.01,
      cacheWrite5m: 0,
      total: 0.014,
    });
  });

  test('prices cache writes without a split as writes for 5 minutes, the default of the API', () => {
    const written = { ...usage, cache_creation_input_tokens: 1000, cache_creation: null };
    expect(cost(written, { model: 'claude-sonnet-5-5' })).toMatchObject({
      cacheWrite5m: 0.0025,
      cacheWrite1h: 0,
    });
  });

  test('halves the price for a batch, and the option batch overrides the service tier', () => {
    expect(cost(usage, { model: 'claude-opus-5-5', batch: true }).total).toBe(0.007);
    expect(cost({ ...usage, service_tier: 'batch' }, { model: 'claude-opus-5-5', batch: false }).total).toBe(
      0.014,
    );
  });

  test('adds the US surcharge only for models that take inference_geo', () => {
    const us = { ...usage, inference_geo: 'us' };
    expect(cost(us, { model: 'claude-opus-5-5' }).total).toBe(0.0154);
    expect(cost(us, { model: 'claude-opus-4-5' }).total).toBe(
      cost(usage, { model: 'claude-opus-4-5' }).total,
    );
    expect(cost({ ...usage, inference_geo: 'global' }, { model: 'claude-opus-5-5' }).total).toBe(0.014);
  });

  test('uses the prices of defineModel(), whatever model the response names', () => {
    const price = { input: 1, output: 2, cacheWrite5m: null, cacheWrite1h: null, cacheRead: 0.1 };
    const team = defineModel({ id: 'team/haiku', like: 'claude-haiku-5-5', price });
    const long = { ...usage, input_tokens: 200_000 };
    expect(cost({ model: 'claude-haiku-5-5', usage: long }, { model: team }).total).toBe(0.201);
    const written = cost({ ...usage, cache_creation_input_tokens: 10 }, { model: team });
    expect(written).toMatchObject({ input: 0.001, cacheWrite5m: undefined, total: undefined });
    expect(written.reason).toBe(
      'no price is published for writing to the cache for 5 minutes with team/haiku',
    );
  });

  test('uses the prices of the custom model of the request, unless another known model answered', () => {
    const price = { input: 1, output: 2, cacheWrite5m: null, cacheWrite1h: null, cacheRead: null };
    const team = defineModel({ id: 'team/haiku', like: 'claude-haiku-5-5', price });
    const request = MessagesRequestBuilder.create(team).maxTokens(9).user('Hello').build();
    const spent = { input_tokens: 1000, output_tokens: 500 };
    const costOf = (model: string) => cost({ model, usage: spent }, { request }).total;
    expect(cost(spent, { request }).total).toBe(0.002);
    expect(costOf('team/haiku')).toBe(0.002);
    expect(costOf('vendor-name-of-haiku')).toBe(0.002);
    expect(costOf('claude-opus-5-5')).toBe(0.014);
    const known = MessagesRequestBuilder.create('claude-opus-5-5').maxTokens(9).user('Hello').build();
    expect(cost({ model: 'vendor-name', usage: spent }, { request: known }).total).toBeUndefined();
  });

  test('does not apply the price of a custom model to an advisor', () => {
    const price = { input: 1, output: 1, cacheWrite5m: null, cacheWrite1h: null, cacheRead: null };
    const own = defineModel({ id: 'own', maxOutputTokens: 1000, price });
    const iterations = [
      { type: 'message', ...usage },
      { type: 'advisor_message', model: 'claude-opus-5-5', ...usage },
    ];
    expect(cost({ ...usage, iterations }, { model: own }).total).toBe(0.0015 + 0.014);
    const unnamed = [{ type: 'advisor_message', ...usage }];
    expect(cost({ ...usage, iterations: unnamed }, { model: own }).reason).toMatch(/does not name the model/);
  });
});

describe('a refusal', () => {
  const refused = (category: string | null, output_tokens: number) =>
    cost({
      model: 'claude-fable-5-2',
      content: [],
      stop_reason: 'refusal',
      stop_details: { type: 'refusal', category },
      usage: { input_tokens: 1000, output_tokens },
    });

  test.each([
    ['cyber', 0, 0],
    ['general_harms', 0, 0],
    [null, 0, 0],
    ['bio', 0, 0.008],
    ['frontier_llm', 0, 0.008],
    ['cyber', 100, 0.012],
  ])('of category %s after %d tokens costs %d', (category, written, total) => {
    expect(refused(category, written).total).toBe(total);
  });

  test('of an unknown category has no known cost', () => {
    expect(refused('brand_new', 0)).toMatchObject({
      total: undefined,
      reason: expect.stringMatching(/category/),
    });
  });
});

describe('an unknown price:', () => {
  const sonnet = { model: 'claude-sonnet-5-5' };

  test.each<[name: string, spent: Cost, reason: RegExp]>([
    [
      'an unknown model',
      cost({ model: 'claude-next', usage }),
      /does not know the model claude-next.*defineModel/,
    ],
    ['a missing model', cost(usage), /name it in the option model/],
    [
      'a model without a price',
      cost({ model: 'claude-mythos-preview', usage }),
      /no price of claude-mythos-preview/,
    ],
    ['Priority Tier', cost({ ...sonnet, usage: { ...usage, service_tier: 'priority' } }), /Priority Tier/],
    [
      'an unknown service tier',
      cost({ ...sonnet, usage: { ...usage, service_tier: 'flex' } }),
      /service tier flex/,
    ],
    [
      'a speed that the model does not have',
      cost({ ...sonnet, usage: { ...usage, speed: 'fast' } }),
      /fast speed/,
    ],
    ['an unknown speed', cost({ ...sonnet, usage: { ...usage, speed: 'warp' } }), /speed warp/],
    [
      'an unknown geography',
      cost({ ...sonnet, usage: { ...usage, inference_geo: 'mars' } }),
      /inference_geo mars/,
    ],
    [
      'fast speed in a batch',
      cost({ model: 'claude-opus-5-5', usage: { ...usage, speed: 'fast' } }, { batch: true }),
      /fast speed in a batch/,
    ],
    [
      'a date before the release of the model',
      cost({ ...sonnet, usage }, { at: '2026-01-31' }),
      /no price on 2026-01-31/,
    ],
    [
      'fast speed after its removal',
      cost({ model: 'claude-opus-4-8', usage: { ...usage, speed: 'fast' } }, { at: new Date('2027-01-01') }),
      /no fast speed from 2026-11-30 on/,
    ],
  ])('%s gives a reason in place of a total', (_, spent, reason) => {
    expect(spent.total).toBeUndefined();
    expect(spent.input).toBeUndefined();
    expect(spent.reason).toMatch(reason);
  });

  test('a part without a price leaves the other parts known', () => {
    const model = 'claude-3-opus-20240229';
    const split = { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 10 };
    const spent = cost({ ...usage, cache_creation_input_tokens: 10, cache_creation: split }, { model });
    expect(spent).toMatchObject({ input: 0.015, output: 0.0375, cacheWrite1h: undefined, total: undefined });
  });

  test('contradictory or invalid token counts leave their parts unknown', () => {
    const split = { ephemeral_5m_input_tokens: 1, ephemeral_1h_input_tokens: 1 };
    const contradiction = { ...usage, cache_creation_input_tokens: 10, cache_creation: split };
    expect(cost(contradiction, sonnet)).toMatchObject({
      total: undefined,
      cacheWrite5m: undefined,
      input: 0.002,
    });
    const none = JSON.parse('{"input_tokens": null, "output_tokens": -1}');
    expect(cost(none, sonnet)).toMatchObject({ total: undefined, input: undefined, output: undefined });
  });

  test('a redeemed fallback credit makes the cost of cache writes unknown', () => {
    const credit = { fallback_credit: { status: { type: 'redeemed' } } };
    expect(cost({ ...usage, ...credit }, sonnet).total).toBe(0.007);
    expect(cost({ ...usage, ...credit, cache_creation_input_tokens: 10 }, sonnet)).toMatchObject({
      total: undefined,
      cacheWrite5m: undefined,
      input: 0.002,
    });
  });

  test('code execution has an unknown cost, unless a web tool makes it free', () => {
    const ran = {
      type: 'server_tool_use',
      id: 'srvtoolu_1',
      name: 'bash_code_execution',
      input: {},
    } as const;
    const message = { ...sonnet, usage, content: [ran] };
    expect(cost(message)).toMatchObject({ serverTools: undefined, total: undefined, input: 0.002 });
    const request = { tools: [{ type: 'web_search_20260209' }] };
    expect(cost(message, { request }).total).toBe(0.007);
    expect(cost(message, { request: { tools: [{ type: 'web_search_20250305' }] } }).total).toBeUndefined();
    const caller = { type: 'code_execution_20260120', tool_id: 'srvtoolu_1' } as const;
    const fetched = { ...ran, name: 'web_fetch', caller };
    expect(cost({ ...message, content: [ran, fetched] }).total).toBe(0.007);
  });
});

describe('sums of costs:', () => {
  const count = fc.nat(2_000_000);
  const unit = fc.record({
    input_tokens: count,
    output_tokens: count,
    cache_read_input_tokens: count,
    model: fc.constantFrom('claude-opus-5-5', 'claude-haiku-5-5', 'claude-sonnet-4-6'),
    cache_creation: fc.record({ ephemeral_5m_input_tokens: count, ephemeral_1h_input_tokens: count }),
  });

  test('the parts of a cost add up to its total, and the costs of its iterations to the cost', () => {
    const terms = fc.record({
      service_tier: fc.constantFrom('standard', 'batch'),
      inference_geo: fc.constantFrom('us', 'global'),
    });
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 5 }), terms, (units, more) => {
        const iterations = units.map((tokens) => ({ type: 'compaction', ...tokens }));
        const whole = cost({ model: 'claude-opus-5-5', usage: { ...usage, ...more, iterations } });
        const each = units.map(({ model, ...tokens }) => cost({ ...tokens, ...more }, { model }));
        expect(sumCosts(each)).toEqual(whole);
        const sum = parts.reduce((total, part) => total + inUnits(whole[part]), 0);
        expect(inUnits(whole.total)).toBe(sum);
      }),
      { numRuns: 200 },
    );
  });

  test('every part is its token count times the catalog price', () => {
    fc.assert(
      fc.property(unit, ({ model, ...tokens }) => {
        const spec = findModel(model);
        const prompt =
          tokens.input_tokens +
          tokens.cache_read_input_tokens +
          tokens.cache_creation.ephemeral_5m_input_tokens +
          tokens.cache_creation.ephemeral_1h_input_tokens;
        const long = spec?.longPromptPrice;
        const price = long && prompt > long.above ? long : spec?.price;
        const spent = cost(tokens, { model });
        expect(spent.input).toBeCloseTo((tokens.input_tokens * Number(price?.input)) / 1e6, 10);
        expect(spent.output).toBeCloseTo((tokens.output_tokens * Number(price?.output)) / 1e6, 10);
        expect(spent.cacheRead).toBeCloseTo(
          (tokens.cache_read_input_tokens * Number(price?.cacheRead)) / 1e6,
          10,
        );
      }),
      { numRuns: 200 },
    );
  });

  test('a sum with an unknown cost is unknown', () => {
    const known = cost(usage, { model: 'claude-opus-5-5' });
    const unknown = cost(usage, { model: 'claude-next' });
    expect(sumCosts([known, known]).total).toBe(0.028);
    expect(sumCosts([known, unknown])).toMatchObject({ total: undefined, reason: unknown.reason });
    expect(sumCosts([])).toMatchObject({ total: 0, reason: undefined });
  });

  /** Converts to units of 10⁻¹² dollars, because whole numbers add up without rounding. */
  function inUnits(dollars: number | undefined): number {
    return Math.round(Number(dollars) * 1e12);
  }
});

describe('formatCost()', () => {
  const formatted = (input_tokens: number) =>
    formatCost(cost({ input_tokens, output_tokens: 0 }, { model: 'claude-opus-5-5' }));

  test.each([
    [0, '$0.00'],
    [1, '$0.000004'],
    [2951, '$0.0118'],
    [123_456, '$0.494'],
    [250_000, '$1.00'],
    [987_654_321, '$3,950.62'],
  ])('formats the cost of %d tokens as %s', (tokens, text) => {
    expect(formatted(tokens)).toBe(text);
  });

  test('gives the known part of an incomplete cost, and the reason', () => {
    expect(formatCost(cost({ model: 'claude-next', usage }))).toMatch(/^unknown \(clust does not know/);
    const searched = { ...usage, server_tool_use: { web_search_requests: 2 }, service_tier: 'priority' };
    expect(formatCost(cost(searched, { model: 'claude-opus-5-5' }))).toMatch(
      /^at least \$0\.02 \(tokens of Priority/,
    );
  });
});
