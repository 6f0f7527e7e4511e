import { describe, expect, test } from '@jest/globals';
import {
  Conversation,
  defineModel,
  image,
  type MessageParam,
  MessagesRequest,
  MessagesRequestBuilder,
  tool,
} from 'clust';
import { answer, failure, mockClient } from 'clust/testing';
import { runCase } from '../request/cases/run-case.js';
import { compileSnippets, objections } from '../support/compile.js';
import { failureOf } from '../support/transport.js';

const preset = MessagesRequestBuilder.create('claude-sonnet-5-5').maxTokens(1024).system('Be brief.');
const weather = tool({
  name: 'get_weather',
  description: 'The weather in a city, now.',
  input: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  run: ({ city }) => `15 degrees in ${city}`,
});
const thought = answer([
  { type: 'thinking', thinking: 'Paris.', signature: 'c2ln' },
  { type: 'text', text: 'It is Paris.' },
]);

describe('Conversation', () => {
  test('is immutable, and sends answers back unchanged', async () => {
    const client = mockClient([thought, answer('Rome.')]);
    const start = Conversation.of(preset).user('Where is the capital of France?');
    const first = start.add(await client.createMessage(start.request()));
    const second = first.user('And of Italy?');
    const { message, conversation } = await client.converse(first, 'And of Italy?');

    expect(message.text).toBe('Rome.');
    expect(start.messages).toHaveLength(1);
    expect(first.messages).toHaveLength(2);
    expect(conversation.messages).toEqual([
      { role: 'user', content: 'Where is the capital of France?' },
      { role: 'assistant', content: thought.content },
      { role: 'user', content: 'And of Italy?' },
      { role: 'assistant', content: [{ type: 'text', text: 'Rome.' }] },
    ]);
    expect(client.requests[1]).toEqual(second.request());
    expect(JSON.stringify(second.request()).startsWith(JSON.stringify(start.request()).slice(0, -2))).toBe(
      true,
    );
  });

  test('adds up the usage and the cost of its answers', () => {
    const usage = { input_tokens: 1000, output_tokens: 100 };
    const conversation = Conversation.of(preset)
      .user('Hi')
      .add(answer('Hello.', { usage }))
      .user('Again')
      .add(answer('Hello again.', { usage }));
    expect(conversation.usage).toMatchObject({ input_tokens: 2000, output_tokens: 200 });
    // Two dollars per million input tokens, ten per million output tokens.
    expect(conversation.cost.total).toBeCloseTo(0.006, 10);
    expect(Conversation.of(preset).usage).toBeUndefined();
  });

  test('counts the usage of an answer without content, and adds no turn for it', () => {
    const refused = answer([], { stop_reason: 'refusal' });
    const conversation = Conversation.of(preset).user('Hi').add(refused);
    expect(conversation.messages).toHaveLength(1);
    expect(conversation.usage).toBeDefined();
  });

  test('resumes an answer that the API paused', async () => {
    const paused = answer([{ type: 'server_tool_use', id: 'srvtoolu_1', name: 'web_search', input: {} }], {
      stop_reason: 'pause_turn',
    });
    const client = mockClient([paused, answer('Found it.')]);
    const { message, conversation } = await client.converse(Conversation.of(preset), 'Search.');
    expect(message.text).toBe('Found it.');
    expect(client.requests[1]?.messages).toHaveLength(2);
    expect(conversation.messages).toHaveLength(3);
  });

  test('resumes an answer that stopped after a compaction', async () => {
    const compacted = answer([{ type: 'compaction', content: 'So far.' } as never], {
      stop_reason: 'compaction',
    });
    const compacting = preset.contextManagement({
      edits: [{ type: 'compact_20260112', pause_after_compaction: true }],
    });
    const client = mockClient([compacted, answer('It is Paris.')]);
    const { message, conversation } = await client.converse(Conversation.of(compacting), 'And now?');
    expect(message.text).toBe('It is Paris.');
    expect(client.requests[1]?.messages).toEqual([
      ...(client.requests[0]?.messages ?? []),
      { role: 'assistant', content: [{ type: 'compaction', content: 'So far.' }] },
    ]);
    expect(conversation.messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'assistant']);
  });

  test('replaces all turns with a requested summary, unless the summary failed', async () => {
    const summary = { type: 'compaction', content: 'They spoke of Paris.', signature: 'EuYB' } as const;
    const client = mockClient([
      answer([summary as never], { stop_reason: 'compaction' }),
      answer([{ ...summary, content: null } as never], { stop_reason: 'compaction' }),
    ]);
    const conversation = Conversation.of(preset).user('Hi!').add(answer('Hello.')).user('And now?');
    const asked = MessagesRequest.parse({ ...conversation.request(), compaction: { type: 'summarize' } });
    const shorter = conversation.add(await client.createMessage(asked));
    expect(shorter.messages).toEqual([{ role: 'assistant', content: [summary] }]);
    expect(shorter.user('Go on.').request().messages).toHaveLength(2);
    expect(shorter.usage).toBeDefined();
    const failed = conversation.add(await client.createMessage(asked));
    expect(failed.messages).toEqual(conversation.messages);
    expect(failed.usage).toBeDefined();
  });

  test('requests a summary only once', async () => {
    const client = mockClient([
      answer([{ type: 'compaction', content: 'So far.', signature: 'EuYB' } as never], {
        stop_reason: 'compaction',
      }),
    ]);
    const asking = MessagesRequest.parse({
      ...preset.user('Hi!').build(),
      compaction: { type: 'summarize' },
    });
    const { message } = await client.converse(Conversation.of(asking), 'Go on.');
    expect([message.stop_reason, client.requests.length]).toEqual(['compaction', 1]);
  });

  test('rejects a request that breaks a rule before anything is sent', async () => {
    const client = mockClient([]);
    const open = Conversation.of(preset)
      .user('How warm?')
      .add(answer({ type: 'tool_use', name: 'get_weather', input: {} }));
    const error = await failureOf(client.converse(open, 'Hello?'));
    expect(error).toMatchObject({ name: 'ValidationError', problems: [{ rule: 'tool-results' }] });
    expect(client.requests).toEqual([]);
  });

  test('has every turn and the usage of every answer after a tool run', async () => {
    const client = mockClient([
      answer({ type: 'tool_use', name: 'get_weather', input: { city: 'Paris' } }),
      answer('It is mild.'),
      answer('You are welcome.'),
    ]);
    const start = Conversation.of(preset.tools(weather)).user('How warm is it in Paris?');
    const { status, message, conversation } = await client.runTools(start);
    expect([status, message.text]).toEqual(['done', 'It is mild.']);
    expect(conversation.messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'user', 'assistant']);
    expect(conversation.usage?.input_tokens).toBe(20);
    const next = await client.converse(conversation, 'Thank you.');
    expect(next.conversation.messages).toHaveLength(6);
  });

  test('has a request with the type of its preset', async () => {
    const client = mockClient([answer({ type: 'tool_use', name: 'get_weather', input: { city: 'Paris' } })]);
    const message = await client.createMessage(
      Conversation.of(preset.tools(weather)).user('How warm?').request(),
    );
    const city: string | undefined = message.toolUses[0]?.input.city;
    expect(city).toBe('Paris');
  });
});

describe('a stored conversation', () => {
  const conversation = Conversation.of(preset.betas('some-beta')).user('Hi').add(thought).user('Go on.');

  test('is parsed unchanged, with or without its preset', () => {
    const json = JSON.stringify(conversation);
    for (const parsed of [
      Conversation.parse(json),
      Conversation.parse(json, { from: preset.betas('some-beta') }),
    ]) {
      expect(JSON.stringify(parsed)).toBe(json);
      expect(parsed.request()).toEqual(conversation.request());
    }
  });

  test.each([
    ['an object of another format', '{}', 'format', 'this is not a conversation'],
    ['text that is not JSON', 'no json', 'format', 'this is not a conversation'],
    [
      'another version',
      JSON.stringify({ ...conversation.toJSON(), version: 2 }),
      'version',
      'this release reads version 1, not 2',
    ],
    [
      'a request that breaks a rule',
      JSON.stringify({
        ...conversation.toJSON(),
        request: { ...conversation.toJSON().request, max_tokens: 9e9 },
      }),
      'max_tokens',
      'claude-sonnet-5-5 generates at most',
    ],
  ])('cannot be parsed from %s', (_, json, path, message) => {
    expect(() => Conversation.parse(json)).toThrow(
      expect.objectContaining({
        problems: expect.arrayContaining([
          expect.objectContaining({ path, message: expect.stringContaining(message) }),
        ]),
      }),
    );
  });

  test('can be parsed while it waits for tool results', () => {
    const open = Conversation.of(preset)
      .user('How warm?')
      .add(answer({ type: 'tool_use', name: 'get_weather', input: {} }));
    const parsed = Conversation.parse(JSON.stringify(open));
    const [result] = [{ type: 'tool_result' as const, tool_use_id: 'toolu_test_0', content: 'mild' }];
    expect(parsed.results([result]).request().messages).toHaveLength(3);
  });
});

describe('trimTo()', () => {
  const image = { type: 'image', source: { type: 'url', url: 'https://example.com/a.png' } } as const;
  const call = answer({ type: 'tool_use', id: 'a', name: 'look', input: {} });
  const long = 'word '.repeat(400);

  const build = (model: 'claude-sonnet-4-6' | 'claude-sonnet-5-5') => {
    let grown = Conversation.of(MessagesRequestBuilder.create(model).maxTokens(1024))
      .user([image, { type: 'text', text: `first ${long}` }])
      .add(thought);
    for (const round of [1, 2, 3, 4, 5, 6, 7, 8]) {
      grown = grown
        .user([image, { type: 'text', text: `question ${round} ${long}` }])
        .add(call)
        .results([{ type: 'tool_result', tool_use_id: 'a', content: long }])
        .add(thought);
    }
    return grown.user('last');
  };

  test('drops images first, then whole rounds, and keeps the first and the last', () => {
    const grown = build('claude-sonnet-4-6');
    const few = grown.trimTo({ tokens: 21_000 });
    expect(few.dropped.every(({ what }) => what === 'image')).toBe(true);
    const { conversation, dropped } = grown.trimTo({ tokens: 8_000, keep: { first: 1, last: 3 } });
    expect(dropped.filter(({ what }) => what === 'round').length).toBeGreaterThan(0);
    expect(textOf(conversation.messages[0])).toContain('first');
    expect(textOf(conversation.messages.at(-1))).toBe('last');
    expect(MessagesRequest.problems(conversation.request())).toEqual([]);
    expect(thinkingIn(conversation.messages)).toBeGreaterThan(0);
  });

  test('also drops thinking if the model checks the prefix of thinking', () => {
    const { conversation, dropped } = build('claude-sonnet-5-5').trimTo({ tokens: 8_000, keep: { last: 3 } });
    expect(dropped.some(({ what }) => what === 'thinking')).toBe(true);
    expect(thinkingIn(conversation.messages)).toBe(0);
    expect(MessagesRequest.problems(conversation.request())).toEqual([]);
  });

  test.each([
    ['such a model', preset],
    [
      'a model that may be one',
      MessagesRequestBuilder.create(defineModel({ id: 'team/opus', like: 'claude-opus-5-5' })).maxTokens(9),
    ],
  ])('drops nothing for %s before it has answered to its tool results', (_, start) => {
    const called = answer([
      { type: 'thinking', thinking: 'Paris.', signature: 'c2ln' },
      { type: 'tool_use', id: 'toolu_1', name: 'get_weather', input: { city: 'Paris' } },
    ]);
    const results = [{ type: 'tool_result', tool_use_id: 'toolu_1', content: '15 degrees' }] as const;
    const conversation = Conversation.of(start.dynamic().tools(weather))
      .user('Hello!')
      .add(answer('Hello.'))
      .user('How warm is it?')
      .add(called);
    const keep = { first: 0, last: 1 };
    expect(conversation.results(results).trimTo({ tokens: 1, keep }).dropped).toEqual([]);
    const answered = conversation.results(results).add(answer('15 degrees.'));
    expect(answered.trimTo({ tokens: 1, keep }).dropped).not.toEqual([]);
  });

  test('keeps the last answer, so that no earlier call becomes the last turn without its thinking', () => {
    const called = answer([
      { type: 'thinking', thinking: 'Paris.', signature: 'c2ln' },
      { type: 'tool_use', id: 'toolu_1', name: 'get_weather', input: { city: 'Paris' } },
    ]);
    const conversation = Conversation.of(preset.tools(weather))
      .user('How warm is it?')
      .add(called)
      .results([{ type: 'tool_result', tool_use_id: 'toolu_1', content: '15 degrees' }])
      .user('And now?')
      .add(answer('Warmer.'))
      .user('Now?');
    const trimmed = conversation.trimTo({ tokens: 1, keep: { first: 1, last: 1 } });
    expect(trimmed.conversation.messages.filter(({ role }) => role === 'assistant')).toHaveLength(2);
    const fromBefore = conversation.trimTo({ tokens: 1, keep: { first: 0, last: 1 } }).conversation;
    expect(fromBefore.messages.map(textOf)).toEqual(['And now?', 'Warmer.', 'Now?']);
  });

  test('returns a conversation that fits unchanged', () => {
    const grown = build('claude-sonnet-4-6');
    expect(grown.trimTo({ tokens: 1_000_000 })).toEqual({ conversation: grown, dropped: [] });
  });

  test('counts tokens with the given function, in fewer than six calls', async () => {
    const grown = build('claude-sonnet-4-6');
    let calls = 0;
    const { conversation } = await grown.trimTo({
      tokens: 6_000,
      keep: { last: 2 },
      count: async ({ messages }) => {
        calls += 1;
        return { input_tokens: messages.length * 300 };
      },
    });
    expect(conversation.messages.length).toBeLessThanOrEqual(20);
    expect(conversation.messages.length).toBeGreaterThan(16);
    expect(calls).toBeLessThan(6);
  });
});

describe('a request that follows another', () => {
  const base = MessagesRequestBuilder.create('claude-fable-5-2').maxTokens(1024).tools(weather);
  const previous = base.system('English.').user('Hi').build();
  const withNextTurn = (messages: readonly MessageParam[]) => [
    ...messages,
    { role: 'user' as const, content: 'Next' },
  ];
  const withThinking: MessageParam = { role: 'assistant', content: thought.content } as MessageParam;

  test.each<[string, object, string, string]>([
    [
      'that edits the system prompt',
      { system: 'French.' },
      'system',
      'claude-fable-5-2 answers requests with a 400',
    ],
    [
      'that edits a tool',
      { tools: [{ ...previous.tools?.[0], description: 'Other.' }] },
      'tools.0',
      'is changed',
    ],
    [
      'that edits a turn',
      { messages: [{ role: 'user', content: 'Hello' }, withThinking] },
      'messages.0.content.0',
      'is changed',
    ],
    ['that removes a turn', { messages: [withThinking] }, 'messages.0', 'is changed'],
  ])('%s is reported with the path', (_, change, path, words) => {
    const body = { ...previous, messages: [...previous.messages, withThinking], ...change };
    const next = { ...body, messages: withNextTurn(body.messages) };
    const problems = MessagesRequest.problems(next, { after: previous }).filter(
      ({ rule }) => rule === 'same-prefix',
    );
    expect(problems).toEqual([expect.objectContaining({ path, message: expect.stringContaining(words) })]);
  });

  test('is compared at compile time if both are literals, with the same sentences as at run time', () => {
    const tools = `[{ name: 'f', description: 'Does it.', input_schema: { type: 'object' } }]`;
    const body = (more: string, ...said: readonly string[]) =>
      `{ model: 'claude-sonnet-4-6', max_tokens: 9, ${more} messages: [${said
        .map((content, at) => `{ role: '${at % 2 ? 'assistant' : 'user'}', content: '${content}' }`)
        .join(', ')}] }`;
    const cases: readonly (readonly [next: string, after: string, sentence: string | undefined])[] = [
      [body('', 'Hi', 'Yes?', 'Bye'), body('', 'Hi'), undefined],
      [body("system: 'A',", 'Hi', 'Yes?', 'Bye'), body("system: 'A',", 'Hi'), undefined],
      [body("system: 'B',", 'Hi', 'Yes?', 'Bye'), body("system: 'A',", 'Hi'), 'system is changed'],
      [body('', 'Ho', 'Yes?', 'Bye'), body('', 'Hi'), 'messages.0.content.0 is changed'],
      [body('', 'Hi'), body('', 'Hi', 'Yes?', 'Bye'), 'messages.1 is removed'],
      [body('', 'Hi', 'Yes?', 'Bye'), body(`tools: ${tools},`, 'Hi'), 'the tool f is removed'],
      [
        body('', 'Hi', 'Yes?', 'Bye'),
        `MessagesRequestBuilder.create('claude-sonnet-4-6').maxTokens(9).tools(${tools.slice(1, -1)}).user('Hi').build()`,
        'the tool f is removed',
      ],
      [body(`tools: ${tools},`, 'Hi', 'Yes?', 'Bye'), body(`tools: ${tools},`, 'Hi'), undefined],
    ];
    const codes = cases.map(([next, after]) => `MessagesRequest.of(${next}, { after: ${after} })`);
    const found = compileSnippets(
      '6.0',
      codes.map((code) => ({
        name: code,
        code: `import { MessagesRequest, MessagesRequestBuilder } from 'clust';\n${code};\n`,
      })),
    );
    cases.forEach(([, , sentence], at) => {
      const code = codes[at] ?? '';
      const said = (objections(found.get(code)) ?? []).join('\n');
      const whole = `${sentence}, so the cache is lost from there on: append instead of editing`;
      if (sentence === undefined) {
        expect([code, said]).toEqual([code, '']);
        expect(runCase(code)).toBeDefined();
      } else {
        expect([code, said]).toEqual([code, expect.stringContaining(whole)]);
        expect(() => runCase(code)).toThrow(whole);
      }
    });
  });

  test('that only appends turns or moves a cache breakpoint has no problems', () => {
    const marked = [
      {
        role: 'user' as const,
        content: [{ type: 'text', text: 'Hi', cache_control: { type: 'ephemeral' } }],
      },
      withThinking,
    ];
    const next = { ...previous, messages: withNextTurn(marked as MessageParam[]) };
    expect(MessagesRequest.problems(next, { after: previous })).toEqual([]);
  });

  test.each(['quick', 'careful'] as const)('starts from one of several presets, here %s', async (name) => {
    const presets = {
      quick: MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(1024).tools(weather),
      careful: MessagesRequestBuilder.create('claude-opus-5-5').maxTokens(4096).tools(weather).effort('high'),
    };
    const from = presets[name];
    const client = mockClient([answer({ type: 'tool_use', name: 'get_weather', input: { city: 'Paris' } })]);
    const stored = JSON.stringify(Conversation.of(from).user('Hi').user('Is it warm?'));
    const { message } = await client.converse(Conversation.parse(stored, { from }), 'In Paris.');
    const cities: string[] = message.toolUses.map(({ input }) => input.city);
    expect(cities).toEqual(['Paris']);
    const request: Conversation = Conversation.of(from.user('Hi').build());
    expect(request.messages).toHaveLength(1);
    expect(client.requests[0]).toMatchObject({ model: from.toJSON().model });
  });

  test('has the cost at the prices of its own model, also after it was stored', async () => {
    const price = { input: 1, output: 2, cacheWrite5m: null, cacheWrite1h: null, cacheRead: null };
    const team = defineModel({ id: 'team/haiku', like: 'claude-haiku-5-5', price });
    const from = MessagesRequestBuilder.create(team).maxTokens(9);
    const reply = answer('Hi', {
      model: 'a-name-of-the-gateway',
      usage: { input_tokens: 1000, output_tokens: 500 },
    });
    const { conversation } = await mockClient([reply]).converse(Conversation.of(from), 'Hi');
    expect(conversation.cost.total).toBe(0.002);
    expect(Conversation.parse(JSON.stringify(conversation), { from }).cost.total).toBe(0.002);
  });

  test('is checked by the rules of its own model when it is read', () => {
    const text = MessagesRequestBuilder.create(
      defineModel({ id: 'team/text', maxOutputTokens: 9, imageInput: false }),
    );
    const seeing = Conversation.of(MessagesRequestBuilder.create('claude-haiku-5-5').maxTokens(9)).user(
      image('https://example.com/cat.png'),
    );
    expect(() => Conversation.parse(JSON.stringify(seeing), { from: text.maxTokens(9) })).toThrow(
      'messages.0.content.0: team/text takes no images',
    );
    expect(() => Conversation.parse(JSON.stringify(Conversation.of(text.maxTokens(9)).user('Hi')))).toThrow(
      'clust does not know the model team/text',
    );
  });

  test('is trimmed without its thinking if its model may be one that checks the turns before it', () => {
    const team = defineModel({ id: 'team/opus', like: 'claude-opus-5-5' });
    let conversation = Conversation.of(MessagesRequestBuilder.create(team).maxTokens(9));
    for (let turn = 0; turn < 5; turn += 1) conversation = conversation.user(`Question ${turn}`).add(thought);
    const { conversation: shorter, dropped } = conversation.trimTo({
      tokens: 1,
      keep: { first: 1, last: 1 },
    });
    expect(thinkingIn(shorter.messages)).toBe(0);
    expect(dropped.map(({ what }) => what)).toEqual(['round', 'round', 'round', 'thinking', 'thinking']);
  });

  test('does not change the conversation if its call fails', async () => {
    const client = mockClient([failure(400, 'invalid_request_error')]);
    const start = Conversation.of(preset);
    await failureOf(client.converse(start, 'Hi'));
    expect(start.messages).toEqual([]);
  });
});

function textOf(message: MessageParam | undefined): string {
  const { content = '' } = message ?? {};
  return typeof content === 'string'
    ? content
    : content.map((block) => Reflect.get(block, 'text') ?? '').join('');
}

function thinkingIn(messages: readonly MessageParam[]): number {
  return messages.flatMap(({ content }) =>
    typeof content === 'string' || content === undefined
      ? []
      : content.filter(({ type }) => type === 'thinking'),
  ).length;
}
