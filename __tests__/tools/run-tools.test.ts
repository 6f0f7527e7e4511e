import { describe, expect, test } from '@jest/globals';
import {
  AbortedError,
  blockFacts,
  isAbortedError,
  isValidationError,
  MessagesRequest,
  MessagesRequestBuilder,
  mcpToolset,
  ToolList,
  type ToolRun,
  type ToolUseBlock,
  tool,
  webSearch,
} from '../../lib/index.js';
import { raw, serve } from '../support/loopback.js';
import { sse } from '../support/streams.js';
import { answers, calls, clientFor, eventsOf, message, rejection, says, sentTo } from './support.js';

const weather = tool({
  name: 'get_weather',
  description: 'The weather in a city.',
  input: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  run: ({ city }) => ({ city, degrees: 15 }),
});
const stock = tool({
  name: 'get_stock',
  input: { type: 'object', properties: { symbol: { type: 'string' } }, required: ['symbol'] },
  run({ symbol }) {
    if (symbol === 'XXX') throw new Error('There is no such stock.');
    return `${symbol}: 38.50`;
  },
});

const preset = MessagesRequestBuilder.create('claude-sonnet-5-5').maxTokens(1024).tools(weather, stock);
const request = preset.user('How warm is it in Paris?').build();
const long = preset.maxTokens(40_000).user('How warm is it in Paris?');

const paris = calls({ get_weather: { city: 'Paris' } });
const end = says('It is 15 degrees.');

describe.each([false, true])('runTools() with {stream: %s}', (stream) => {
  test('runs a tool, and sends back the unchanged answer and the result', async () => {
    const first = message([
      { type: 'thinking', thinking: '', signature: 'sig' },
      { type: 'text', text: 'I will look.' },
      { type: 'tool_use', id: 'toolu_1', name: 'get_weather', input: { city: 'Paris' } },
    ]);
    const server = await answers(stream, first, end);
    const run = await clientFor(server).runTools(request, { stream });
    expect(run).toMatchObject({ status: 'done', turns: 2, usage: { input_tokens: 20, output_tokens: 10 } });
    expect(run.message.text).toBe('It is 15 degrees.');
    const [one, two] = sentTo(server);
    expect(one).toEqual({ ...request, stream });
    expect(two).toEqual({
      ...request,
      stream,
      messages: [
        ...request.messages,
        { role: 'assistant', content: first.content },
        {
          role: 'user',
          content: [
            { type: 'tool_result', tool_use_id: 'toolu_1', content: '{"city":"Paris","degrees":15}' },
          ],
        },
      ],
    });
    expect(run.messages).toEqual([...two.messages, { role: 'assistant', content: end.content }]);
  });

  test('keeps the order of text and tool calls in an answer', async () => {
    const mixed = message([
      { type: 'tool_use', id: 'toolu_1', name: 'get_weather', input: { city: 'Paris' } },
      { type: 'text', text: 'And the stock:' },
      { type: 'tool_use', id: 'toolu_2', name: 'get_stock', input: { symbol: 'GM' } },
    ]);
    const server = await answers(stream, mixed, end);
    const run = await clientFor(server).runTools(request, { stream });
    expect(run).toMatchObject({ status: 'done', turns: 2 });
    expect(sentTo(server)[1]).toEqual({
      ...request,
      stream,
      messages: [
        ...request.messages,
        { role: 'assistant', content: mixed.content },
        {
          role: 'user',
          content: [
            { type: 'tool_result', tool_use_id: 'toolu_1', content: '{"city":"Paris","degrees":15}' },
            { type: 'tool_result', tool_use_id: 'toolu_2', content: 'GM: 38.50' },
          ],
        },
      ],
    });
  });

  test('AT-8.5 runs two calls of one answer in parallel, and sends the results in the order of the calls', async () => {
    const running: string[] = [];
    let release = () => {};
    const fastStarted = new Promise<void>((resolve) => {
      release = resolve;
    });
    const wait = tool({
      name: 'wait',
      input: { type: 'object', properties: { who: { type: 'string' } }, required: ['who'] },
      async run({ who }) {
        running.push(who);
        if (who === 'slow') await fastStarted;
        else release();
        return who;
      },
    });
    const server = await answers(stream, calls({ wait: { who: 'slow' } }, { wait: { who: 'fast' } }), end);
    const both = MessagesRequestBuilder.create('claude-sonnet-5-5')
      .maxTokens(9)
      .tools(wait)
      .user('Wait.')
      .build();
    await clientFor(server).runTools(both, { stream });
    expect(running).toEqual(['slow', 'fast']);
    expect(sentTo(server)[1]).toEqual({
      ...both,
      stream,
      messages: [
        ...both.messages,
        { role: 'assistant', content: calls({ wait: { who: 'slow' } }, { wait: { who: 'fast' } }).content },
        {
          role: 'user',
          content: [
            { type: 'tool_result', tool_use_id: 'toolu_0', content: 'slow' },
            { type: 'tool_result', tool_use_id: 'toolu_1', content: 'fast' },
          ],
        },
      ],
    });
  });

  test('AT-8.3 sends an error result for a tool that throws or rejects, an unknown tool and an invalid input', async () => {
    const server = await answers(
      stream,
      calls(
        { get_stock: { symbol: 'XXX' } },
        { get_rain: {} },
        { get_weather: { city: 7 } },
        { get_news: {} },
      ),
      end,
    );
    const news = tool({
      name: 'get_news',
      input: { type: 'object' },
      run: () => Promise.reject(new Error('No paper today.')),
    });
    const asked = preset.tools(news).user('How warm is it in Paris?').build();
    const { status } = await clientFor(server).runTools(asked, { stream });
    expect(status).toBe('done');
    expect(sentTo(server)[1].messages.at(-1).content).toEqual([
      {
        type: 'tool_result',
        tool_use_id: 'toolu_0',
        content: 'get_stock failed: There is no such stock.',
        is_error: true,
      },
      {
        type: 'tool_result',
        tool_use_id: 'toolu_1',
        content: 'There is no tool get_rain. The tools are: get_weather, get_stock, get_news.',
        is_error: true,
      },
      {
        type: 'tool_result',
        tool_use_id: 'toolu_2',
        content:
          'get_weather was not called: its input does not fit its schema.\n- city: must be string, not number',
        is_error: true,
      },
      {
        type: 'tool_result',
        tool_use_id: 'toolu_3',
        content: 'get_news failed: No paper today.',
        is_error: true,
      },
    ]);
  });

  test('AT-8.1 never runs a truncated call, and leaves it out of run.request', async () => {
    let calledWith: unknown;
    const write = tool({
      name: 'write',
      input: { type: 'object' },
      run(input) {
        calledWith = input;
      },
    });
    const cut = { ...calls({ write: { path: '/etc/hosts' } }), stop_reason: 'max_tokens' };
    const server = await answers(stream, cut);
    const writing = MessagesRequestBuilder.create('claude-sonnet-5-5')
      .maxTokens(9)
      .tools(write)
      .user('Write.')
      .build();
    const run = await clientFor(server).runTools(writing, { stream });
    expect(run.status).toBe('max_tokens');
    expect(run.message.toolUses).toHaveLength(1);
    expect(run.request.messages).toEqual(writing.messages);
    expect(calledWith).toBeUndefined();
    expect(server.received).toHaveLength(1);
  });

  test.each([
    ['refusal', 'refusal'],
    ['model_context_window_exceeded', 'context_exceeded'],
  ] as const)(
    'ends on stop reason %s with status %s, and sends no further request',
    async (stop_reason, status) => {
      const server = await answers(stream, { ...paris, stop_reason });
      const run = await clientFor(server).runTools(request, { stream });
      expect(run).toMatchObject({ status, turns: 1 });
      expect(server.received).toHaveLength(1);
    },
  );

  test('AT-8.2 resumes an answer each time that the API pauses it', async () => {
    const pause = (index: number) => ({
      ...message([
        { type: 'server_tool_use', id: `srvtoolu_${index}`, name: 'web_search', input: { query: 'x' } },
      ]),
      stop_reason: 'pause_turn',
    });
    const server = await answers(stream, pause(1), pause(2), pause(3), end);
    const run = await clientFor(server).runTools(request, { stream, maxTurns: 1 });
    expect(run).toMatchObject({ status: 'done', turns: 4 });
    expect(sentTo(server)[3].messages.slice(1)).toEqual(
      [1, 2, 3].map((index) => ({ role: 'assistant', content: pause(index).content })),
    );
  });

  test('resumes an answer that stopped after a compaction, unless the request asked for a summary', async () => {
    const compacted = { ...message([{ type: 'compaction', content: 'So far.' }]), stop_reason: 'compaction' };
    const server = await answers(stream, compacted, end);
    const run = await clientFor(server).runTools(request, { stream, maxTurns: 1 });
    expect(run).toMatchObject({ status: 'done', turns: 2 });
    expect(sentTo(server)[1].messages.at(-1)).toEqual({ role: 'assistant', content: compacted.content });

    const summing = await answers(stream, compacted);
    const { model, max_tokens, messages } = request;
    const asked = MessagesRequest.parse({ model, max_tokens, messages, compaction: { type: 'summarize' } });
    const summary = await clientFor(summing).runTools(asked, { stream, tools: ToolList.of() });
    expect(summary).toMatchObject({ status: 'stopped', turns: 1 });
  });

  test('counts only consecutive pauses toward maxPauses', async () => {
    const pause = {
      ...message([{ type: 'server_tool_use', id: 'srvtoolu_1', name: 'web_search', input: {} }]),
      stop_reason: 'pause_turn',
    };
    const server = await answers(stream, pause, paris, pause, end);
    const run = await clientFor(server).runTools(request, { stream, maxPauses: 1 });
    expect(run).toMatchObject({ status: 'done', turns: 4 });
  });

  test('stops at maxPauses when the API keeps pausing', async () => {
    const server = await answers(stream, {
      ...message([{ type: 'server_tool_use', id: 'srvtoolu_1', name: 'web_search', input: {} }]),
      stop_reason: 'pause_turn',
    });
    const run = await clientFor(server).runTools(request, { stream, maxPauses: 2 });
    expect(run).toMatchObject({ status: 'max_pauses', turns: 3 });
  });

  test('AT-8.4 stops at maxTurns when the model keeps calling tools, before the last calls run', async () => {
    let called = 0;
    const server = await answers(stream, paris);
    const run = await clientFor(server).runTools(request, {
      stream,
      maxTurns: 3,
      onToolCall: () => {
        called += 1;
      },
    });
    expect(run).toMatchObject({ status: 'max_turns', turns: 3 });
    expect(called).toBe(2);
    const bodies = sentTo(server);
    expect(bodies.map(({ messages }) => messages.length)).toEqual([1, 3, 5]);
    const calling = { role: 'assistant', content: paris.content };
    expect(run.messages).toEqual([...bodies[2].messages, calling]);
    expect(bodies[2].messages.slice(1, 3)).toEqual(bodies[1].messages.slice(1));
  });

  test('continues a stopped run from stored JSON, beginning with the calls that were not made', async () => {
    const server = await answers(stream, paris, end);
    const stopped = await clientFor(server).runTools(request, { stream, maxTurns: 1 });
    expect(stopped.status).toBe('max_turns');
    const stored = JSON.stringify(stopped.request);
    const run = await clientFor(server).runTools(JSON.parse(stored), {
      stream,
      tools: [weather, webSearch(), mcpToolset('calendar'), mcpToolset('mail'), stock],
    });
    expect(run).toMatchObject({ status: 'done', turns: 1 });
    expect(sentTo(server)[1].messages.at(-1).content).toMatchObject([
      { tool_use_id: 'toolu_0', content: '{"city":"Paris","degrees":15}' },
    ]);
  });

  test('AT-8.3 passes an abort to the running handler, and rejects with an AbortedError', async () => {
    const controller = new AbortController();
    let heard: unknown;
    const hang = tool({
      name: 'hang',
      input: { type: 'object' },
      run: (_, { signal }) =>
        new Promise(() => {
          signal.addEventListener('abort', () => {
            heard = signal.reason;
          });
          controller.abort('enough');
        }),
    });
    const server = await answers(stream, calls({ hang: {} }), end);
    const hanging = MessagesRequestBuilder.create('claude-sonnet-5-5')
      .maxTokens(9)
      .tools(hang)
      .user('Hang.')
      .build();
    const error = await rejection(clientFor(server).runTools(hanging, { stream, signal: controller.signal }));
    expect(isAbortedError(error) && error.cause).toBe('enough');
    expect(heard).toBe('enough');
    expect(server.received).toHaveLength(1);
  });

  test.each(['onToolCall', 'onTurn'])('rejects on an abort while %s is pending', async (name) => {
    const controller = new AbortController();
    const server = await answers(stream, paris, end);
    const hang = () => {
      controller.abort('enough');
      return new Promise<undefined>(() => {});
    };
    const options = { stream, signal: controller.signal, [name]: hang };
    const error = await rejection(clientFor(server).runTools(request, options));
    expect(isAbortedError(error) && error.cause).toBe('enough');
  });

  test('sends back the original input of a call when the handler changes it', async () => {
    const sorter = tool({
      name: 'sort',
      input: {
        type: 'object',
        properties: { all: { type: 'array', items: { type: 'number' } } },
        required: ['all'],
      },
      run: ({ all }) => all.sort(),
    });
    const sorting = MessagesRequestBuilder.create('claude-sonnet-5-5').maxTokens(9).tools(sorter);
    const server = await answers(stream, calls({ sort: { all: [3, 1, 2] } }), end);
    await clientFor(server).runTools(sorting.user('Sort.').build(), { stream });
    const [, said, results] = sentTo(server)[1].messages;
    expect(said.content).toMatchObject([{ input: { all: [3, 1, 2] } }]);
    expect(results.content).toMatchObject([{ content: '[1,2,3]' }]);
  });

  test('leaves an empty answer out of run.messages, because the API refuses empty turns', async () => {
    const server = await answers(stream, paris, message([], 'end_turn'), end);
    const run = await clientFor(server).runTools(request, { stream });
    expect(run).toMatchObject({ status: 'done', turns: 2, message: { content: [] } });
    await clientFor(server).runTools(preset.messages(run.messages).user('And?').build(), { stream });
    const roles = sentTo(server)[2].messages.map(({ role }: { role: string }) => role);
    expect(roles).toEqual(['user', 'assistant', 'user', 'user']);
  });

  test('AT-8.3 sends an error result for a tool that exceeds toolTimeout', async () => {
    const hang = tool({ name: 'hang', input: { type: 'object' }, run: () => new Promise(() => {}) });
    const server = await answers(stream, calls({ hang: {} }), end);
    const hanging = MessagesRequestBuilder.create('claude-sonnet-5-5')
      .maxTokens(9)
      .tools(hang)
      .user('Hang.')
      .build();
    await clientFor(server).runTools(hanging, { stream, toolTimeout: 20 });
    expect(sentTo(server)[1].messages.at(-1).content).toEqual([
      {
        type: 'tool_result',
        tool_use_id: 'toolu_0',
        content: 'hang gave no result within 20 ms.',
        is_error: true,
      },
    ]);
  });
});

test('AT-8.1 runTools() never runs a call whose JSON was cut off in the stream', async () => {
  const called: unknown[] = [];
  const write = tool({ name: 'write', input: { type: 'object' }, run: (input) => void called.push(input) });
  const cut = message(
    [{ type: 'tool_use', id: 'toolu_0', name: 'write', input: { path: '/etc/hosts', text: 'x' } }],
    'max_tokens',
  );
  const server = await serve(
    raw(sse(...eventsOf(cut)).replace(/,\\"text\\":\\"x\\"}/, ''), 200, {
      'content-type': 'text/event-stream',
    }),
  );
  const writing = MessagesRequestBuilder.create('claude-sonnet-5-5')
    .maxTokens(9)
    .tools(write)
    .user('Write.')
    .build();
  const run = await clientFor(server).runTools(writing, { stream: true });
  expect(run.status).toBe('max_tokens');
  expect(blockFacts(run.message.toolUses[0] as ToolUseBlock).inputError?.reason).toBe('truncated');
  expect(called).toEqual([]);
});

describe('onToolCall', () => {
  const decide = async (
    decision: 'approve' | 'deny' | { deny: string } | { input: unknown } | { result: unknown },
  ) => {
    const server = await answers(false, paris, end);
    await clientFor(server).runTools(request, { onToolCall: () => decision });
    return sentTo(server)[1].messages.at(-1).content[0];
  };

  test.each([
    ['approve', '{"city":"Paris","degrees":15}', undefined],
    ['deny', 'get_weather was not called: it was denied.', true],
    [{ deny: 'Not today.' }, 'Not today.', true],
    [{ input: { city: 'Rome' } }, '{"city":"Rome","degrees":15}', undefined],
    [{ result: [{ type: 'text', text: 'sunny' }] }, [{ type: 'text', text: 'sunny' }], undefined],
  ] as const)('decides %j, and the tool result has the content %j', async (decision, content, is_error) => {
    expect(await decide(decision)).toEqual({
      type: 'tool_result',
      tool_use_id: 'toolu_0',
      content,
      ...(is_error && { is_error }),
    });
  });

  test('narrows the input of a call by the name of the tool', async () => {
    const server = await answers(false, paris, end);
    const cities: string[] = [];
    await clientFor(server).runTools(request, {
      onToolCall(call) {
        if (call.name === 'get_weather') cities.push(call.input.city);
      },
    });
    expect(cities).toEqual(['Paris']);
  });

  test('rejects the run with the error that it throws', async () => {
    const server = await answers(false, paris, end);
    const mine = new Error('mine');
    const run = clientFor(server).runTools(request, {
      onToolCall() {
        throw mine;
      },
    });
    expect(await rejection(run)).toBe(mine);
  });
});

interface Limits {
  readonly maxTurns?: number;
  readonly maxPauses?: number;
  readonly concurrency?: number;
  readonly toolTimeout?: number;
}

test.each<[Limits, string]>([
  [{ maxTurns: Number.NaN }, 'must be a number from 1 up, not NaN'],
  [{ maxTurns: 0 }, 'must be a number from 1 up, not 0'],
  [{ maxPauses: -1 }, 'must be a number from 0 up, not -1'],
  [{ concurrency: Number.NaN }, 'must be a number from 1 up, not NaN'],
  [{ toolTimeout: 0 }, 'must be a number from 1 up, not 0'],
])(
  'the option %j is refused by runTools() before the first request, and by callAll() and call()',
  async (limit, sentence) => {
    const server = await answers(false, paris, end);
    const refused = await rejection(clientFor(server).runTools(request, limit));
    expect(isValidationError(refused) && refused.problems).toEqual([
      { path: Object.keys(limit)[0], rule: 'option-range', message: sentence },
    ]);
    expect(server.received).toHaveLength(0);
    const list = ToolList.of(weather);
    const call = { type: 'tool_use', id: 'toolu_0', name: 'get_weather', input: { city: 'Paris' } } as const;
    const answer = { content: [call], stop_reason: 'tool_use' } as const;
    expect(isValidationError(await rejection(list.callAll(answer, limit)))).toBe(true);
    expect(isValidationError(await rejection(list.call(call, limit)))).toBe(true);
  },
);

test.each([
  [false, 'false'],
  [null, 'null'],
  ['denied', 'denied'],
  [{ deney: 'No.' }, 'an object with deney'],
])('no tool runs when onToolCall returns %j, which is not a decision', async (decision, given) => {
  const server = await answers(
    false,
    calls({ get_weather: { city: 'Rome' } }, { get_stock: { symbol: 'X' } }),
    end,
  );
  const made: string[] = [];
  const spy = tool({
    name: 'get_weather',
    input: { type: 'object', properties: { city: { type: 'string' } } },
    run: () => made.push('get_weather'),
  });
  const onToolCall = ({ name }: { name: string }) =>
    name === 'get_weather' ? undefined : (decision as never);
  const error = await rejection(clientFor(server).runTools(request, { tools: [spy, stock], onToolCall }));
  expect(isValidationError(error) && error.message).toContain(`or nothing, not ${given}`);
  expect(made).toEqual([]);
});

describe('toolTurns()', () => {
  test('yields each answer before its tools run, and has the outcome at the end', async () => {
    const server = await answers(false, paris, end);
    const turns = clientFor(server).toolTurns(request, { stream: false });
    const texts: string[] = [];
    for await (const turn of turns) {
      texts.push(`${turn.number}: ${turn.message.stop_reason}, ${server.received.length} sent`);
    }
    expect(texts).toEqual(['1: tool_use, 1 sent', '2: end_turn, 2 sent']);
    expect(await turns.outcome()).toMatchObject({ status: 'done', turns: 2 });
  });

  test('yields each answer as a stream with {stream: true}', async () => {
    const server = await answers(true, paris, end);
    const parts: string[] = [];
    for await (const { number, stream } of clientFor(server).toolTurns(request, { stream: true })) {
      for await (const event of stream)
        if (event.type === 'content_block_delta') parts.push(`${number} ${event.delta.type}`);
    }
    expect(parts).toEqual(['1 input_json_delta', '2 text_delta']);
  });

  test('reads a stream to its end if the caller does not', async () => {
    const server = await answers(true, paris, end);
    const run = await clientFor(server).toolTurns(request, { stream: true }).outcome();
    expect(run.message.text).toBe('It is 15 degrees.');
  });

  test('runs the tools of an answer once, even if the caller asks for results()', async () => {
    let called = 0;
    const server = await answers(false, paris, end);
    const options = {
      maxTurns: 1,
      onToolCall() {
        called += 1;
      },
    };
    const turns = clientFor(server).toolTurns(request, options);
    for await (const turn of turns) await turn.results();
    const { status, messages } = await turns.outcome();
    expect([status, called, messages.at(-1)?.role]).toEqual(['max_turns', 1, 'user']);
  });

  test('sends nothing before the first iteration, and nothing after the caller leaves the loop', async () => {
    const server = await answers(false, paris);
    const turns = clientFor(server).toolTurns(request);
    expect(server.received).toHaveLength(0);
    for await (const _ of turns) break;
    expect(server.received).toHaveLength(1);
    expect(await rejection(turns.outcome())).toMatchObject({
      name: 'AbortedError',
      message: 'The run was aborted by the caller.',
    });
  });
});

describe('a tool run', () => {
  test('is an instance of Promise', async () => {
    const server = await answers(false, end);
    const run: Promise<ToolRun<typeof request>> = clientFor(server).runTools(request);
    expect(run).toBeInstanceOf(Promise);
    await run;
  });

  test('refuses a tool without a handler before the first request', async () => {
    const server = await answers(false, end);
    const declared = preset
      .tools({ name: 'get_rain', input_schema: { type: 'object' } })
      .user('Hi')
      .build();
    const error = await rejection(clientFor(server).runTools(declared));
    expect(isValidationError(error) && error.problems).toEqual([
      {
        path: 'tools.2',
        rule: 'tool-handler',
        message: 'get_rain has no handler: make it with tool(), or pass its handler in the option tools',
      },
    ]);
    expect(server.received).toHaveLength(0);
  });

  test('forces a tool call in the first request only', async () => {
    const server = await answers(false, paris, end);
    const forced = MessagesRequestBuilder.create('claude-haiku-4-5')
      .maxTokens(9)
      .tools(weather)
      .toolChoice({ type: 'any', disable_parallel_tool_use: true })
      .user('How warm is it?')
      .build();
    await clientFor(server).runTools(forced);
    expect(sentTo(server).map(({ tool_choice }) => tool_choice)).toEqual([
      { type: 'any', disable_parallel_tool_use: true },
      { type: 'auto', disable_parallel_tool_use: true },
    ]);
  });

  test('keeps the container of the answer and the betas of the request', async () => {
    const server = await answers(
      false,
      { ...paris, container: { id: 'cont_1', expires_at: '2026-11-22T00:00:00Z' } },
      end,
    );
    await clientFor(server).runTools(preset.betas('b-1').user('Hi').build());
    expect(sentTo(server).map(({ container }) => container)).toEqual([undefined, 'cont_1']);
    expect(server.received.map(({ headers }) => headers['anthropic-beta'])).toEqual(['b-1', 'b-1']);
  });

  test('rejects with the API error of a later turn', async () => {
    const server = await answers(false, paris, 'overloaded');
    const error = await rejection(clientFor(server).runTools(request, { retry: { limit: 0 } }));
    expect(error).toMatchObject({ name: 'ApiError', status: 529 });
    expect(error).not.toBeInstanceOf(AbortedError);
  });

  test.each<[string, MessagesRequest, { stream?: false }]>([
    ['.stream(false)', long.stream(false).build(), {}],
    ['{stream: false}', long.build(), { stream: false }],
  ])('does not stream long answers with %s', async (_how, request, options) => {
    const server = await answers(false, paris, end);
    // Without this setting, clust streams an answer of this length internally.
    const { message } = await clientFor(server).runTools(request, options);
    expect(message.text).toBe('It is 15 degrees.');
    for await (const turn of clientFor(server).toolTurns(request, options))
      expect(turn).toHaveProperty('message.text', 'It is 15 degrees.');
    expect(sentTo(server).map(({ stream }) => stream)).toEqual([false, false, false]);
    expect(new Set(server.received.map(({ headers }) => headers.accept))).toEqual(
      new Set(['application/json']),
    );
  });
});
