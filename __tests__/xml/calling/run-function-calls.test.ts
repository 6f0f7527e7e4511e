import { describe, expect, test } from '@jest/globals';
import {
  ApiKey,
  type Client,
  ClientBuilder,
  isAbortedError,
  isApiError,
  MessagesRequestBuilder,
} from '../../../lib/index.js';
import {
  type AnswerPart,
  FunctionResults,
  functionCallingPrompt,
  runFunctionCalls,
  type ToolLike,
} from '../../../lib/xml/index.js';
import { type Answer, apiError, json, type Loopback, raw, serve } from '../../support/loopback.js';
import { sse, start, stop, textBlock } from '../../support/streams.js';
import { KEY } from '../../support/transport.js';

const price: ToolLike = {
  name: 'get_current_stock_price',
  description: 'Gets the current stock price of a company.',
  input_schema: { type: 'object', properties: { symbol: { type: 'string' } }, required: ['symbol'] },
  call: (input) => (JSON.stringify(input) === '{"symbol":"GM"}' ? 38.5 : 0),
};

const request = MessagesRequestBuilder.create('claude-haiku-4-5')
  .maxTokens(1024)
  .system('Be brief.')
  .user('What is the stock price of General Motors?')
  .build();

const call = (symbol: string) =>
  `<function_calls>\n<invoke>\n<tool_name>get_current_stock_price</tool_name>\n<parameters>\n<symbol>${symbol}</symbol>\n</parameters>\n</invoke>\n`;
const results = FunctionResults.serialize({
  results: [{ tool_name: 'get_current_stock_price', stdout: '38.5' }],
});

interface AnswerText {
  readonly text: string;
  readonly stop_reason?: string;
  readonly stop_sequence?: string | null;
}

const stopped = (text: string): AnswerText => ({
  text,
  stop_reason: 'stop_sequence',
  stop_sequence: '</function_calls>',
});

/** Answers with JSON, or with a stream of seven-character deltas if the request asks for a stream. */
function says({ text, stop_reason = 'end_turn', stop_sequence = null }: AnswerText): Answer {
  const whole = { ...start.message, content: [{ type: 'text', text }], stop_reason, stop_sequence };
  const usage = { output_tokens: 5 };
  const delta = { type: 'message_delta', delta: { stop_reason, stop_sequence }, usage };
  const pieces = text.match(/[\s\S]{1,7}/g) ?? [];
  return (response, received) =>
    JSON.parse(received.body).stream
      ? raw(sse(start, ...textBlock(0, ...pieces), delta, stop), 200, {
          'content-type': 'text/event-stream',
        })(response, received)
      : json(whole)(response, received);
}

const clientFor = ({ url }: Loopback): Client =>
  ClientBuilder.create().apiKey(ApiKey.of(KEY)).baseUrl(url).retry({ limit: 0 }).build();

const bodiesOf = ({ received }: Loopback) => received.map(({ body }) => JSON.parse(body));

describe.each([{ stream: false }, { stream: true }])('runFunctionCalls (stream: $stream)', ({ stream }) => {
  test('runs the call, sends the results, and returns the final answer', async () => {
    const server = await serve(says(stopped(`Let me see.\n${call('GM')}`)), says({ text: 'It is $38.50.' }));
    const outcome = await runFunctionCalls(clientFor(server), request, [price], { stream });

    expect(outcome).toMatchObject({ status: 'done', turns: 2 });
    expect(outcome.message.text).toBe('It is $38.50.');

    const [first, second] = bodiesOf(server);
    expect(first).toEqual({
      ...request,
      system: `${functionCallingPrompt([price])}\n\nBe brief.`,
      stop_sequences: ['</function_calls>'],
      ...(stream ? { stream: true } : {}),
    });
    expect(second).toEqual({
      ...first,
      messages: [
        ...request.messages,
        {
          role: 'assistant',
          content: [{ type: 'text', text: `Let me see.\n${call('GM')}</function_calls>` }],
        },
        { role: 'user', content: results },
      ],
    });
    expect(outcome.messages).toEqual([
      ...second.messages,
      { role: 'assistant', content: [{ type: 'text', text: 'It is $38.50.' }] },
    ]);
  });

  test('repeats until an answer contains no call', async () => {
    const server = await serve(
      says(stopped(call('GM'))),
      says(stopped(call('F'))),
      says({ text: `${call('GM')}</function_calls>` }),
      says({ text: 'Done.' }),
    );
    const sent: unknown[] = [];
    const outcome = await runFunctionCalls(clientFor(server), request, [price], {
      stream,
      onResults: (each) => sent.push(each),
    });

    expect(outcome).toMatchObject({ status: 'done', turns: 4 });
    expect(sent).toHaveLength(3);
    expect(bodiesOf(server)[3].messages).toHaveLength(7);
  });

  test('passes the parts of each answer to onPart, piece by piece when it streams', async () => {
    const server = await serve(says(stopped(`Let me see.\n${call('GM')}`)), says({ text: 'It is $38.50.' }));
    const parts: AnswerPart[] = [];
    await runFunctionCalls(clientFor(server), request, [price], {
      stream,
      onPart: (part) => parts.push(part),
    });

    expect(parts.map((part) => (part.type === 'prose' ? part.text : '(call)')).join('')).toBe(
      'Let me see.\n(call)It is $38.50.',
    );
    expect(parts.length > 3).toBe(stream);
  });

  test('reports malformed, invalid and cut-off calls to the model, and continues', async () => {
    const server = await serve(
      says(stopped('<function_calls><invoke name="x">')),
      says(
        stopped('<function_calls>\n<invoke>\n<tool_name>get_current_stock_price</tool_name>\n</invoke>\n'),
      ),
      says({ text: '<function_calls><invoke><tool_name>get' }),
      says({ text: 'I give up.' }),
    );
    const outcome = await runFunctionCalls(clientFor(server), request, [price], { stream });
    const answers = bodiesOf(server)[3].messages.filter(({ role }: { role: string }) => role === 'user');

    expect(outcome.status).toBe('done');
    expect(
      answers.slice(1).map(({ content }: { content: string }) => FunctionResults.parse(content)),
    ).toEqual([
      { error: expect.stringMatching(/^No call was made, .*: expected a tag without attributes/) },
      { error: 'get_current_stock_price was not called:\n- symbol: expected string, but it is missing' },
      { error: expect.stringMatching(/^No call was made, .*: the text is cut off at/) },
    ]);
  });

  test('runs no call of an answer that max_tokens cut off', async () => {
    let ran = 0;
    const tool = { ...price, call: () => (ran += 1) };
    const server = await serve(says({ text: `${call('GM')}<invoke><tool_na`, stop_reason: 'max_tokens' }));
    const outcome = await runFunctionCalls(clientFor(server), request, [tool], { stream });

    expect(outcome).toMatchObject({ status: 'max_tokens', turns: 1 });
    expect(ran).toBe(0);
  });

  test('ends with the status max_tokens for cut-off prose, and refusal for a refused answer', async () => {
    const cut = await serve(says({ text: 'It is $38', stop_reason: 'max_tokens' }));
    expect((await runFunctionCalls(clientFor(cut), request, [price], { stream })).status).toBe('max_tokens');

    const refused = await serve(says({ text: call('GM'), stop_reason: 'refusal' }));
    expect((await runFunctionCalls(clientFor(refused), request, [price], { stream })).status).toBe('refusal');
  });

  test('ends after maxTurns without running the calls of the last answer', async () => {
    let ran = 0;
    const tool = { ...price, call: () => (ran += 1) };
    const server = await serve(says(stopped(call('GM'))));
    const outcome = await runFunctionCalls(clientFor(server), request, [tool], { stream, maxTurns: 3 });

    expect(outcome).toMatchObject({ status: 'max_turns', turns: 3 });
    expect(ran).toBe(2);
    expect(server.received).toHaveLength(3);
  });

  test('runs the call when a gateway does not say which stop sequence it was', async () => {
    for (const stop_reason of ['stop_sequence', 'end_turn']) {
      const server = await serve(says({ text: call('GM'), stop_reason }), says({ text: 'It is $38.50.' }));
      const outcome = await runFunctionCalls(clientFor(server), request, [price], { stream });
      expect(outcome).toMatchObject({ status: 'done', turns: 2 });
    }
    const incomplete = call('GM').slice(0, -20);
    const server = await serve(
      says({ text: incomplete, stop_reason: 'stop_sequence' }),
      says({ text: 'No.' }),
    );
    await runFunctionCalls(clientFor(server), request, [price], { stream });
    expect(bodiesOf(server)[1].messages[2].content).toContain('No call was made');
  });

  test('drops results that the model invented, and everything after them', async () => {
    const invented =
      '\n<function_results>\n<result>\n<tool_name>x</tool_name>\n<stdout>99</stdout>\n</result>\n';
    const server = await serve(
      says({
        text: `Now.\n${call('GM')}</function_calls>${invented}</function_results>\nIt is $99. ${call('F')}`,
      }),
      says({ text: 'It is $38.50.' }),
    );
    const outcome = await runFunctionCalls(clientFor(server), request, [price], { stream });
    const [, assistant, user] = bodiesOf(server)[1].messages;

    expect(outcome.status).toBe('done');
    expect(assistant.content).toMatch(/^Now\.\n+<function_calls>[\s\S]*GM[\s\S]*<\/function_calls>$/);
    expect(assistant.content).not.toContain('99');
    expect(user.content).toBe(results);
  });

  test('rejects with the error that the client throws', async () => {
    const server = await serve(apiError(400, 'invalid_request_error', 'no'));
    const error = await runFunctionCalls(clientFor(server), request, [price], { stream }).catch(
      (error: unknown) => error,
    );
    expect(isApiError(error, 'invalid_request_error')).toBe(true);
  });

  test('rejects when the signal aborts while a tool runs', async () => {
    const controller = new AbortController();
    const tool: ToolLike = {
      ...price,
      call() {
        controller.abort('enough');
        return new Promise(() => {});
      },
    };
    const server = await serve(says(stopped(call('GM'))));
    const error = await runFunctionCalls(clientFor(server), request, [tool], {
      stream,
      signal: controller.signal,
    }).catch((error: unknown) => error);

    expect(isAbortedError(error) && error.cause).toBe('enough');
    expect(server.received).toHaveLength(1);
  });
});

describe('the request of runFunctionCalls', () => {
  test('streams when it was built with stream(true)', async () => {
    const server = await serve(says({ text: 'Hello!' }));
    const streaming = MessagesRequestBuilder.create('claude-haiku-4-5')
      .maxTokens(9)
      .user('Hi')
      .stream(true)
      .build();
    const { message } = await runFunctionCalls(clientFor(server), streaming, [price]);

    expect(message.text).toBe('Hello!');
    expect(bodiesOf(server)[0].stream).toBe(true);
  });

  test('keeps its system blocks, stop sequences and betas', async () => {
    const server = await serve(says({ text: 'Hello!' }));
    const built = MessagesRequestBuilder.create('claude-haiku-4-5')
      .maxTokens(9)
      .system([{ type: 'text', text: 'Be brief.', cache_control: { type: 'ephemeral' } }])
      .stopSequences('END')
      .betas('a-beta-2026-01-01')
      .user('Hi')
      .build();
    await runFunctionCalls(clientFor(server), built, [price]);

    expect(bodiesOf(server)[0]).toMatchObject({
      system: [
        { type: 'text', text: functionCallingPrompt([price]) },
        { type: 'text', text: 'Be brief.', cache_control: { type: 'ephemeral' } },
      ],
      stop_sequences: ['END', '</function_calls>'],
    });
    expect(server.received[0]?.headers['anthropic-beta']).toBe('a-beta-2026-01-01');
    expect(built.stop_sequences).toEqual(['END']);
  });

  test('has the prompt as its whole system when it sets none', async () => {
    const server = await serve(says({ text: 'Hello!' }));
    const built = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(9).user('Hi').build();
    await runFunctionCalls(clientFor(server), built, [price]);
    expect(bodiesOf(server)[0].system).toBe(functionCallingPrompt([price]));
  });

  test('sends the thinking blocks of an answer back', async () => {
    const thinking = { type: 'thinking', thinking: 'Hm.', signature: 'c2ln' };
    const content = [thinking, { type: 'text', text: call('GM') }];
    const { stop_reason, stop_sequence } = stopped('');
    const server = await serve(
      json({ ...start.message, content, stop_reason, stop_sequence }),
      says({ text: 'Done.' }),
    );
    await runFunctionCalls(clientFor(server), request, [price]);

    expect(bodiesOf(server)[1].messages[1].content).toEqual([
      thinking,
      { type: 'text', text: `${call('GM')}</function_calls>` },
    ]);
  });
});
