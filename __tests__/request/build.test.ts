import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import { MessagesRequest, MessagesRequestBuilder } from '../../lib/index.js';
import { pick, seededRandom } from '../support/random.js';

const haiku = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(64);

/** What a builder is told in any order; turns keep theirs. */
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

/** A builder that has lost its types on the way through a list of steps. */
type Steps = Record<
  'system' | 'temperature' | 'topK' | 'stopSequences' | 'metadata' | 'tools',
  (...values: unknown[]) => Steps
> &
  Record<
    'toolChoice' | 'cacheControl' | 'serviceTier' | 'stream' | 'messages',
    (...values: unknown[]) => Steps
  > & { readonly build: () => MessagesRequest };

describe('the bytes of a request', () => {
  test('AT-17.2 are the same whatever the order of the calls, a thousand times', () => {
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

  test('are those of what was stored, whatever the order of its fields', () => {
    const stored = '{"messages":[{"content":"Hi","role":"user"}],"max_tokens":9,"model":"claude-haiku-4-5"}';
    expect(JSON.stringify(MessagesRequest.parse(stored))).toBe(stored);
  });

  test('share with others what was frozen before: a preset is not copied for each request', () => {
    const tools = [{ name: 'f', input_schema: { type: 'object' } }] as const;
    const preset = haiku.tools(...tools).user('Hi');
    const [one, two] = [preset.build(), preset.user('Again').build()];
    expect(two.tools).toBe(one.tools);
    expect(two.messages[0]).toBe(one.messages[0]);
    expect(haiku.messages(one.messages).build().messages).toBe(one.messages);
    expect(one.tools?.[0]).not.toBe(tools[0]);
  });

  test('are not what a caller makes of its own objects afterwards', () => {
    const content = [{ type: 'text' as const, text: 'Hi' }];
    const request = haiku.user(content).build();
    content.push({ type: 'text', text: 'changed' });
    expect(request.messages).toEqual([{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }]);
    expect(Object.isFrozen(request.messages[0]?.content?.[0])).toBe(true);
  });
});

describe('the memory of a request', () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  const used = () => {
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };

  test('holds an image of 5 MB once, however many builders and requests share it', () => {
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

  test('a turn more costs the same memory however many came before it', () => {
    const before = used();
    const kept: (typeof haiku)[] = [haiku];
    // The compiler follows no loop: the builder of each turn is held as the one of no turn.
    for (let turn = 0; turn < 10_000; turn += 1) kept.push(kept[turn]?.user('Hi') as unknown as typeof haiku);
    // A list of its own for each of them would be 400 MB.
    expect(used() - before).toBeLessThan(10 * 1024 * 1024);
    expect(kept[10_000]?.toJSON()).toHaveProperty('messages.length', 10_000);
  });
});

describe('what build() says of a conversation', () => {
  test('AT-7.4 names the place of a call that nobody answers', () => {
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

  test('AT-17.1 names every breakpoint when there is one too many', () => {
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

  test('AT-5.3 lists all problems at once, and throws them', () => {
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
