import { describe, expect, test } from '@jest/globals';
import {
  cacheSavings,
  explainCacheMiss,
  findModel,
  type MessageParam,
  MessageResponse,
  MessagesRequest,
  type MessagesRequestBody,
  MessagesRequestBuilder,
  tool,
} from '../../lib/index.js';
import { minCacheableTokens } from '../../lib/models/min-cacheable-tokens.js';
import { modelFacts } from '../../lib/models/model-facts.js';
import { planCache } from '../../lib/request/cache-plan.js';
import { json, serve } from '../support/loopback.js';
import { pick, seededRandom } from '../support/random.js';
import { promptOf, SimulatedCache } from '../support/simulated-cache.js';
import { calls, clientFor, says, sentTo } from '../tools/support.js';

const long = 'A sentence of some length, as documents have them. '.repeat(100);
const search = tool({ name: 'search', description: long, input: { type: 'object' }, run: () => long });
const preset = MessagesRequestBuilder.create('claude-sonnet-5-5').maxTokens(64).cache('conversation');

/** The paths of the cache breakpoints in a request. */
function marksOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'cache_control' in value && value.cache_control ? [path] : [];
  return [
    ...own,
    ...Object.entries(value).flatMap(([key, each]) => marksOf(each, path ? `${path}.${key}` : key)),
  ];
}

/** The request as JSON without its cache breakpoints: the bytes that the cache compares. */
const bytesOf = (value: unknown) =>
  JSON.stringify(value, (key, each) => (key === 'cache_control' ? undefined : each));

describe('the cache plan', () => {
  test('sets breakpoints on the tools, the system prompt and the last two user turns', () => {
    const request = planCache(
      preset
        .tools(search)
        .system(long)
        .user(long)
        .assistant('Yes.')
        .user('And then?')
        .assistant('Yes.')
        .user('And now?')
        .build(),
    );
    expect(marksOf(request).toSorted()).toEqual([
      'messages.2.content.0',
      'messages.4.content.0',
      'system.0',
      'tools.0',
    ]);
    expect(request.system).toEqual([{ type: 'text', text: long, cache_control: { type: 'ephemeral' } }]);
  });

  test('sets a breakpoint only where the prompt reaches the minimum length of the model', () => {
    const asked = preset.system(long.slice(0, 3_000)).user('Hello?');
    expect(marksOf(planCache(asked.build())).toSorted()).toEqual(['messages.0.content.0', 'system.0']);
    expect(marksOf(planCache(asked.model('claude-haiku-4-5').build()))).toEqual([]);
    expect(marksOf(planCache(preset.user('Hello?').build()))).toEqual([]);
  });

  test('keeps the breakpoints of the request, and sets at most four in total', () => {
    const control = { type: 'ephemeral', ttl: '1h' } as const;
    const block = { type: 'text', text: long, cache_control: control } as const;
    const request = planCache(
      preset
        .tools(search)
        .system([block, { type: 'text', text: long }])
        .user([block, block])
        .build(),
    );
    expect(marksOf(request)).toHaveLength(4);
    expect(MessagesRequest.problems(request)).toEqual([]);
    // A breakpoint before one of 1 hour must be of 1 hour too.
    expect(request.system?.[1]).toMatchObject({ cache_control: control });
    const automatic = planCache(preset.tools(search).cacheControl({ ttl: '1h' }).user(long).build());
    expect(MessagesRequest.problems(automatic)).toEqual([]);
    expect(marksOf(automatic)).toEqual(['', 'tools.0']);
  });

  test('moves forward at each turn of a tool run, and keeps the bytes of every prefix', async () => {
    const server = await serve(
      json(calls({ search: {} })),
      json(calls({ search: {} })),
      json(calls({ search: {} })),
      json(says('Done.')),
    );
    await clientFor(server).runTools(preset.tools(search).system(long).user('Go').build());
    const sent = sentTo(server) as MessagesRequest[];
    expect(sent.map((each) => marksOf(each.messages))).toEqual([
      ['0.content.0'],
      ['0.content.0', '2.content.0'],
      ['2.content.0', '4.content.0'],
      ['4.content.0', '6.content.0'],
    ]);
    sent.slice(1).forEach(({ messages }, index) => {
      const before = sent[index]?.messages ?? [];
      expect(bytesOf(messages.slice(0, before.length))).toBe(bytesOf(before));
    });
  });

  test('adds no problem and changes no prefix in 100 random conversations', () => {
    for (let seed = 0; seed < 100; seed += 1) {
      const random = seededRandom(seed);
      const turns: MessageParam[] = [];
      let last: MessagesRequestBody | undefined;
      for (let turn = 0; turn < 2 + pick(random, 6); turn += 1) {
        const text = long.slice(0, 1 + pick(random, 5_000));
        const cached = pick(random, 12) === 0 && { cache_control: { type: 'ephemeral' } as const };
        const isBlock = pick(random, 2) === 0 || cached;
        turns.push({ role: 'user', content: isBlock ? [{ type: 'text', text, ...cached }] : text });
        const builder = preset.system(long).tools(search).messages(turns);
        if (builder.problems().length > 0) break;
        const request = planCache(builder.build());
        expect(MessagesRequest.problems(request)).toEqual([]);
        if (last) expect(bytesOf(request.messages)).toContain(bytesOf(last.messages).slice(0, -1));
        last = request;
        turns.push({ role: 'assistant', content: 'Yes.' });
      }
      expect(last).toBeDefined();
    }
  });

  test('uses the minimum cacheable length from the facts of each model', () => {
    for (const id of Object.keys(modelFacts)) {
      const { minCacheableTokens: known } = findModel(id) ?? {};
      if (known != null) expect([id, minCacheableTokens(id)]).toEqual([id, known]);
    }
  });
});

test.each([1, 30])(
  'over 30 turns with %i parallel tool calls, the cache plan reads the whole previous request from the cache',
  (parallel) => {
    const cache = new SimulatedCache();
    const turns: MessageParam[] = [{ role: 'user', content: 'Go' }];
    let before = 0;
    for (let turn = 0; turn < 30; turn += 1) {
      const request = planCache(preset.tools(search).system(long).messages(turns).build());
      const prompt = promptOf(request);
      // The whole previous request is the most that any breakpoints could read.
      expect(cache.ask(prompt)).toBe(before);
      before = prompt.sizes.length;
      const ids = Array.from({ length: parallel }, (_, index) => `toolu_${turn}_${index}`);
      turns.push(
        {
          role: 'assistant',
          content: ids.map((id) => ({ type: 'tool_use', id, name: 'search', input: {} })),
        },
        {
          role: 'user',
          content: ids.map((id) => ({
            type: 'tool_result',
            tool_use_id: id,
            content: `${id} ${long.slice(0, 300)}`,
          })),
        },
      );
    }
  },
);

describe('message.cache', () => {
  const message = (model: string, usage: object) =>
    MessageResponse.from({
      ...says('Hi'),
      model,
      usage: { input_tokens: 0, output_tokens: 1, ...usage },
    } as never);

  test('reports the tokens read, written and missed, the hit rate and the tokens saved', () => {
    const { cache } = message('claude-opus-5', {
      input_tokens: 100,
      cache_read_input_tokens: 800,
      cache_creation_input_tokens: 100,
      cache_creation: { ephemeral_5m_input_tokens: 60, ephemeral_1h_input_tokens: 40 },
    });
    expect(cache).toEqual({ read: 800, written: 100, missed: 100, hitRate: 0.8, saved: 720 - 15 - 40 });
    expect(message('claude-opus-5', {}).cache).toEqual({
      read: 0,
      written: 0,
      missed: 0,
      hitRate: 0,
      saved: 0,
    });
  });

  test('computes the saving from the prices of each model', () => {
    for (const [id, { price }] of Object.entries(modelFacts)) {
      if (price?.cacheRead == null || price.cacheWrite5m == null || price.cacheWrite1h == null) continue;
      const { cache } = message(id, {
        cache_read_input_tokens: 1_000,
        cache_creation_input_tokens: 300,
        cache_creation: { ephemeral_5m_input_tokens: 200, ephemeral_1h_input_tokens: 100 },
      });
      const cost = 1_000 * price.cacheRead + 200 * price.cacheWrite5m + 100 * price.cacheWrite1h;
      expect([id, cache.saved]).toEqual([id, expect.closeTo((1_300 * price.input - cost) / price.input, 6)]);
    }
  });
});

describe('cacheSavings()', () => {
  test('returns the cost without the cache minus the actual cost', () => {
    const usage = {
      input_tokens: 100,
      output_tokens: 7,
      cache_read_input_tokens: 800,
      cache_creation_input_tokens: 100,
      cache_creation: { ephemeral_5m_input_tokens: 60, ephemeral_1h_input_tokens: 40 },
    };
    // 720 tokens saved by reads, 55 lost by writes, at 5 dollars a million.
    expect(cacheSavings(usage, { model: 'claude-opus-5' })).toBe(0.003_325);
    expect(cacheSavings(usage, { model: 'claude-opus-5', batch: true })).toBe(0.001_662_5);
    expect(cacheSavings(usage, { model: 'team/own' })).toBeUndefined();
    const iterations = [
      { type: 'message' as const, input_tokens: 0, output_tokens: 1, cache_read_input_tokens: 1_000_000 },
      {
        type: 'compaction' as const,
        input_tokens: 10,
        output_tokens: 1,
        cache_creation_input_tokens: 1_000_000,
      },
    ];
    const steps = { input_tokens: 0, output_tokens: 1, iterations };
    expect(cacheSavings(steps, { model: 'claude-opus-5' })).toBe(4.5 - 1.25);
    expect(cacheSavings(MessageResponse.from({ ...says('Hi'), usage } as never))).toBeDefined();
  });
});

describe('explainCacheMiss()', () => {
  const other = { name: 'fetch', description: 'Fetches.', input_schema: { type: 'object' } } as const;
  const builder = MessagesRequestBuilder.create('claude-sonnet-5-5')
    .maxTokens(64)
    .system('Be brief.')
    .user('Hi');
  const after = builder.tools(search, other).build();
  const explained = (type: string, request?: MessagesRequestBody) =>
    explainCacheMiss(
      { diagnostics: { cache_miss_reason: { type, cache_missed_input_tokens: 12 } as never } },
      request && { request, after },
    );

  test.each([
    [
      'tools_changed',
      'the tool fetch is changed;',
      builder.tools(search, { ...other, description: 'Gets.' }),
    ],
    ['tools_changed', 'the tool fetch is removed;', builder.tools(search)],
    ['tools_changed', 'the tool new is added;', builder.tools(search, other, { ...other, name: 'new' })],
    ['tools_changed', 'the tools are in another order;', builder.tools(other, search)],
    ['tools_changed', 'the tools are changed;', undefined],
    [
      'model_changed',
      'the model is claude-sonnet-5, and was claude-sonnet-5-5;',
      builder.model('claude-sonnet-5'),
    ],
    ['model_changed', 'the model is different;', undefined],
    ['system_changed', 'the system prompt is changed;', undefined],
    [
      'messages_changed',
      'messages.0.content.0 is changed;',
      builder.messages([{ role: 'user', content: 'Ho' }]),
    ],
    ['messages_changed', 'the turns are changed;', undefined],
    ['previous_message_not_found', 'the API no longer has the message', undefined],
    ['unavailable', 'the API could not compare the requests', undefined],
    ['moon_changed', 'the API gives the reason moon_changed', undefined],
  ] as const)('explains %s with: %s', (type, sentence, next) => {
    expect(explained(type, next?.build())).toContain(`12 tokens of the prompt missed the cache: ${sentence}`);
  });

  test('returns undefined without a cache miss or without diagnostics', () => {
    expect(explainCacheMiss({})).toBeUndefined();
    expect(explainCacheMiss({ diagnostics: { cache_miss_reason: null } })).toBeUndefined();
  });

  test('names no number of tokens when the API gives none', () => {
    expect(explainCacheMiss({ diagnostics: { cache_miss_reason: { type: 'unavailable' } } })).toBe(
      'a part of the prompt missed the cache: the API could not compare the requests',
    );
  });
});
