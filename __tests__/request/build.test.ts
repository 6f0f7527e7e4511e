import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import { MessagesRequest, MessagesRequestBuilder } from '../../lib/index.js';
import { pick, seededRandom } from '../support/random.js';

const haiku = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(64);

/** Steps that may be called in any order. The turns are one step, because their order matters. */
const steps: readonly ((builder: Steps) => Steps)[] = [
  (builder) => builder.system('You help.'),
  (builder) => builder.temperature(0.5),
  (builder) => builder.topK(5),
  (builder) => builder.stopSequences('END'),
  (builder) => builder.metadata({ user_id: 'u' }),
  (builder) => builder.tools({ name: 'f', input_schema: { type: 'object' } }),
  (builder) => builder.toolChoice('auto'),
  (builder) => builder.cacheControl({ ttl: '1h' }),
  (builder) => builder.serviceTier('auto'),
  (builder) => builder.stream(true),
  (builder) => builder.messages([{ role: 'user', content: 'Hi' }]),
];

/** A builder without its typed state, so that a loop can call the steps. */
type Steps = Record<
  'system' | 'temperature' | 'topK' | 'stopSequences' | 'metadata' | 'tools',
  (...values: unknown[]) => Steps
> &
  Record<
    'toolChoice' | 'cacheControl' | 'serviceTier' | 'stream' | 'messages',
    (...values: unknown[]) => Steps
  > & { readonly build: () => MessagesRequest };

describe('a built request', () => {
  test('AT-17.2 serializes to the same bytes in 1,000 random orders of the steps', () => {
    const random = seededRandom(17);
    const bodies = new Set<string>();
    for (let round = 0; round < 1000; round += 1) {
      const left = [...steps];
      let builder = haiku as unknown as Steps;
      while (left.length > 0) {
        const [step] = left.splice(pick(random, left.length), 1);
        if (step) builder = step(builder);
      }
      bodies.add(JSON.stringify(builder.build()));
    }
    expect([...bodies]).toEqual([
      expect.stringMatching(/^\{"model":"claude-haiku-4-5","max_tokens":64,"tools":/),
    ]);
  });

  test('keeps the order of the fields of the stored JSON that it was parsed from', () => {
    const stored = '{"messages":[{"content":"Hi","role":"user"}],"max_tokens":9,"model":"claude-haiku-4-5"}';
    expect(JSON.stringify(MessagesRequest.parse(stored))).toBe(stored);
  });

  test('shares the frozen tools and turns of its preset with other requests', () => {
    const tools = [{ name: 'f', input_schema: { type: 'object' } }] as const;
    const preset = haiku.tools(...tools).user('Hi');
    const [one, two] = [preset.build(), preset.user('Again').build()];
    expect(two.tools).toBe(one.tools);
    expect(two.messages[0]).toBe(one.messages[0]);
    expect(haiku.messages(one.messages).build().messages).toBe(one.messages);
    expect(one.tools?.[0]).not.toBe(tools[0]);
  });

  test('does not change when the caller later changes its own objects', () => {
    const content = [{ type: 'text' as const, text: 'Hi' }];
    const request = haiku.user(content).build();
    content.push({ type: 'text', text: 'changed' });
    expect(request.messages).toEqual([{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }]);
    expect(Object.isFrozen(request.messages[0]?.content?.[0])).toBe(true);
  });
});

describe('memory', () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  const used = () => {
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };

  test('an image of 5 MB is stored once, however many builders and requests share it', () => {
    const data = Buffer.alloc(5 * 1024 * 1024, 'A').toString('latin1');
    const before = used();
    const kept = Array.from({ length: 40 }, (_, index) => {
      const source = { type: 'base64', media_type: 'image/png', data } as const;
      const builder = haiku.user([
        { type: 'image', source },
        { type: 'text', text: `Look ${index}` },
      ]);
      return [builder, builder.build()];
    });
    expect(used() - before).toBeLessThan(2 * 1024 * 1024);
    expect(kept).toHaveLength(40);
  });

  test('each added turn takes the same memory, however long the conversation is', () => {
    const before = used();
    const kept: (typeof haiku)[] = [haiku];
    // The type of a builder changes with each turn, which a loop cannot express.
    for (let turn = 0; turn < 10_000; turn += 1) kept.push(kept[turn]?.user('Hi') as unknown as typeof haiku);
    // A separate list of turns for each builder would take 400 MB.
    expect(used() - before).toBeLessThan(10 * 1024 * 1024);
    expect(kept[10_000]?.toJSON()).toHaveProperty('messages.length', 10_000);
  });
});

describe('problems()', () => {
  test('AT-7.4 gives the path of a tool call without a result, and of a result without a call', () => {
    const call = (id: string) => ({ type: 'tool_use' as const, id, name: 'f', input: {} });
    const unanswered = haiku
      .user('Hi')
      .assistant([{ type: 'text', text: 'I look.' }, call(String('toolu_1'))])
      .user([{ type: 'tool_result', tool_use_id: String('toolu_2') }]);
    expect(unanswered.problems()).toEqual([
      {
        path: 'messages.1.content.1',
        rule: 'tool-results',
        message: 'tool_use toolu_1 needs its tool_result at the start of the next turn: use toolResults()',
      },
      {
        path: 'messages.2.content.0',
        rule: 'tool-results',
        message: 'tool_result toolu_2 answers no tool_use of the turn before',
      },
    ]);
  });

  test('AT-17.1 lists all five cache breakpoints when the limit is four', () => {
    const cached = { type: 'text', text: 'x', cache_control: { type: 'ephemeral' } } as const;
    const crowded = haiku
      .system(Array<typeof cached>(4).fill(cached))
      .user([cached] as readonly (typeof cached)[]);
    expect(crowded.problems().map(({ path }) => path)).toEqual([
      'system.0.cache_control',
      'system.1.cache_control',
      'system.2.cache_control',
      'system.3.cache_control',
      'messages.0.content.0.cache_control',
    ]);
  });

  test('AT-5.3 lists all problems at once, and build() throws them together', () => {
    const wrong = haiku.temperature(Number('2')).stopSequences(String(' ')).user(String(''));
    const rules = wrong.problems().map(({ rule }) => rule);
    expect(rules).toEqual(['blank-text', 'temperature-range', 'stop-sequence']);
    expect(errorOf(() => wrong.build())).toMatchObject({
      name: 'ValidationError',
      problems: wrong.problems(),
    });
  });
});

function errorOf(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    return error;
  }
}
