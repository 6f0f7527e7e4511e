import { inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import {
  isAbortedError,
  isApiError,
  isStreamError,
  MessageStream,
  MessagesRequestBuilder,
  runOf,
  tool,
  type UnfinishedRun,
} from '../../lib/index.js';
import { type Equal, expectType } from '../support/types.js';
import { answers, calls, clientFor, rejection, says, sentTo } from './support.js';

const cities: string[] = [];
const weather = tool({
  name: 'get_weather',
  input: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  run({ city }) {
    cities.push(city);
    return `15 degrees in ${city}`;
  },
});
const request = MessagesRequestBuilder.create('claude-sonnet-5-5')
  .maxTokens(1024)
  .tools(weather)
  .user('A question that is nobody else’s business.')
  .build();

const paris = calls({ get_weather: { city: 'Paris' } });
const rome = calls({ get_weather: { city: 'Rome' } });
const end = says('Both have 15 degrees.');
const noRetry = { retry: { limit: 0 } };

const answered = (said: typeof paris) => ({ role: 'assistant', content: said.content });
const result = (city: string) => ({
  role: 'user',
  content: [{ type: 'tool_result', tool_use_id: 'toolu_0', content: `15 degrees in ${city}` }],
});
const twoTurns = [
  ...request.messages,
  answered(paris),
  result('Paris'),
  answered(rome),
  result('Rome'),
] as const;

/** Reads a turn to its end, whether it is streamed or not. */
async function readToEnd(turn: object): Promise<void> {
  if ('stream' in turn && turn.stream instanceof MessageStream) await turn.stream.finalMessage();
}

/** The error of a rejection and its unfinished run. Throws if the error has no run. */
async function rejectedRun(promise: Promise<unknown>): Promise<[unknown, UnfinishedRun<typeof request>]> {
  const error = await rejection(promise);
  const run = runOf<typeof request>(error);
  if (run === undefined) throw new Error('this error has no unfinished run', { cause: error });
  return [error, run];
}

describe.each([false, true])('runOf() with {stream: %s}', (stream) => {
  test('keeps two turns when the API fails in the third, and the run continues with the third', async () => {
    const server = await answers(stream, paris, rome, 'overloaded', end);
    const client = clientFor(server);
    const [error, run] = await rejectedRun(client.runTools(request, { stream, ...noRetry }));
    expect(isApiError(error, 'overloaded_error')).toBe(true);
    expect(run).toMatchObject({ turns: 2, usage: { input_tokens: 20, output_tokens: 10 } });
    expect(run.message?.toolUses).toMatchObject([{ input: { city: 'Rome' } }]);
    expect(run.messages).toEqual(twoTurns);

    const rest = await client.runTools(run.request, { stream });
    expect(rest).toMatchObject({ status: 'done', turns: 1 });
    const [, , third, fourth] = sentTo(server);
    expect(fourth).toEqual(third);
    expect(fourth.messages).toEqual(twoTurns);
  });

  test('keeps the earlier answers when the connection breaks in the middle of an answer', async () => {
    const server = await answers(stream, paris, { cut: rome });
    const [error, run] = await rejectedRun(clientFor(server).runTools(request, { stream, ...noRetry }));
    expect(error).toMatchObject(
      stream ? { name: 'StreamError', reason: 'cut' } : { name: 'ConnectionError' },
    );
    expect(run).toMatchObject({ turns: 1 });
    expect(run.messages).toEqual(twoTurns.slice(0, 3));
  });

  test('keeps the answer when its tool is aborted, and the call is made when the run continues', async () => {
    const controller = new AbortController();
    const hangs = tool({
      name: 'get_weather',
      input: { type: 'object' },
      run: () => {
        controller.abort('enough');
        return new Promise(() => {});
      },
    });
    const server = await answers(stream, paris, end);
    const client = clientFor(server);
    const options = { stream, signal: controller.signal, tools: [hangs] };
    const [error, run] = await rejectedRun(client.runTools(request, options));
    expect(isAbortedError(error) && error.cause).toBe('enough');
    expect(run).toMatchObject({ turns: 1, usage: { input_tokens: 10 } });
    expect(run.messages).toEqual([...request.messages, answered(paris)]);

    cities.length = 0;
    expect(await client.runTools(run.request, { stream })).toMatchObject({ status: 'done' });
    expect(cities).toEqual(['Paris']);
    expect(sentTo(server)[1].messages).toEqual(twoTurns.slice(0, 3));
  });

  test('keeps the result of one call when the other is aborted, and does not repeat the finished call', async () => {
    const controller = new AbortController();
    const made: string[] = [];
    const slowRome = tool({
      name: 'get_weather',
      input: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
      run({ city }) {
        made.push(city);
        if (city !== 'Rome' || made.length > 2) return `15 degrees in ${city}`;
        setTimeout(() => controller.abort('enough'), 20);
        return new Promise(() => {});
      },
    });
    const both = calls({ get_weather: { city: 'Rome' } }, { get_weather: { city: 'Paris' } });
    const server = await answers(stream, both, end);
    const client = clientFor(server);
    const options = { stream, tools: [slowRome] };
    const [, run] = await rejectedRun(client.runTools(request, { ...options, signal: controller.signal }));
    const resultOf = (id: string, city: string) => ({
      type: 'tool_result',
      tool_use_id: id,
      content: `15 degrees in ${city}`,
    });
    expect(run.messages).toEqual([
      ...request.messages,
      answered(both),
      { role: 'user', content: [resultOf('toolu_1', 'Paris')] },
    ]);

    const stored = JSON.parse(JSON.stringify(run.request));
    expect(await client.runTools(stored, options)).toMatchObject({ status: 'done', turns: 1 });
    expect(made).toEqual(['Rome', 'Paris', 'Rome']);
    expect(sentTo(server)[1].messages).toEqual([
      ...request.messages,
      answered(both),
      { role: 'user', content: [resultOf('toolu_0', 'Rome'), resultOf('toolu_1', 'Paris')] },
    ]);
  });

  test('keeps the answer when onToolCall throws, without a result of its call', async () => {
    const server = await answers(stream, paris, rome);
    const mine = new Error('Ask somebody else.');
    const run = clientFor(server).runTools(request, {
      stream,
      onToolCall({ input }) {
        if (input.city === 'Rome') throw mine;
      },
    });
    const [error, { turns, messages }] = await rejectedRun(run);
    expect([error, turns]).toEqual([mine, 2]);
    expect(messages).toEqual(twoTurns.slice(0, 4));
  });

  test('keeps the complete answer when onTurn throws', async () => {
    const server = await answers(stream, paris, rome);
    const mine = Object.freeze(new Error('I cannot show this.'));
    const run = clientFor(server).runTools(request, {
      stream,
      async onTurn(turn) {
        await turn.stream?.finalMessage();
        if (turn.number === 2) throw mine;
      },
    });
    const [error, { turns, messages }] = await rejectedRun(run);
    expect([error, turns]).toEqual([mine, 2]);
    expect(messages).toEqual(twoTurns.slice(0, 4));
  });

  test('gives the run from the error of outcome() when the caller leaves toolTurns()', async () => {
    const server = await answers(stream, paris, rome);
    const turns = clientFor(server).toolTurns(request, { stream });
    for await (const turn of turns) {
      await readToEnd(turn);
      if (turn.number === 2) break;
    }
    const [error, run] = await rejectedRun(turns.outcome());
    expect(error).toMatchObject({ name: 'AbortedError', message: 'The run was aborted by the caller.' });
    expect(run.messages).toEqual(twoTurns.slice(0, 4));
  });

  test('gives the run from the error of the loop and from that of outcome() when the API fails in toolTurns()', async () => {
    const server = await answers(stream, paris, 'overloaded');
    const turns = clientFor(server).toolTurns(request, { stream, ...noRetry });
    const read = async () => {
      for await (const turn of turns) await readToEnd(turn);
    };
    const [error, run] = await rejectedRun(read());
    expect(isApiError(error, 'overloaded_error')).toBe(true);
    const [, again] = await rejectedRun(turns.outcome());
    expect(run.messages).toEqual(twoTurns.slice(0, 3));
    expect(again).toEqual(run);
  });
});

test('runOf() gives the run when a stream is cut while the caller reads it, and the error has the partial answer', async () => {
  const server = await answers(true, paris, { cut: end });
  const turns = clientFor(server).toolTurns(request, { stream: true, ...noRetry });
  const read = async () => {
    for await (const { stream } of turns) for await (const _ of stream);
  };
  const [error, run] = await rejectedRun(read());
  expect(isStreamError(error) && error.partial?.text).toBe('Both have 15 degrees.');
  expect(run.messages).toEqual(twoTurns.slice(0, 3));
});

test('runOf() leaves out an answer whose stream was not read to the end', async () => {
  const server = await answers(true, paris, rome);
  const mine = new Error('mine');
  const run = clientFor(server).runTools(request, {
    stream: true,
    onTurn({ number }) {
      if (number === 2) throw mine;
    },
  });
  const [, { turns, messages }] = await rejectedRun(run);
  expect(turns).toBe(1);
  expect(messages).toEqual(twoTurns.slice(0, 3));
});

test('AT-10.2 an error with an unfinished run prints nothing of the conversation', async () => {
  const server = await answers(false, paris, 'overloaded');
  const [error] = await rejectedRun(clientFor(server).runTools(request, noRetry));
  const printed = [
    inspect(error, { depth: 20, showHidden: true }),
    JSON.stringify(error),
    String(error),
    ...Reflect.ownKeys(error as object).map(String),
  ].join('\n');
  expect(printed).not.toMatch(/business|Paris|degrees|sk-ant|soFar/);
});

test('runOf() types the run by the request, and returns undefined for an unrelated error', () => {
  const error: unknown = new Error('mine');
  const run = runOf<typeof request>(error);
  expectType<Equal<NonNullable<typeof run>['request'], typeof request>>();
  expect(run).toBeUndefined();
});

test.each([['a text'], [undefined], [null], [3]])(
  'runOf() returns undefined for the thrown value %j',
  async (thrown) => {
    const server = await answers(false, paris);
    const run = clientFor(server).runTools(request, {
      onTurn() {
        throw thrown;
      },
    });
    expect(await run.then(String, (error: unknown) => [error])).toEqual([thrown]);
    expect(runOf(thrown)).toBeUndefined();
  },
);

test('runOf() returns undefined for a request that is refused before it is sent', async () => {
  const server = await answers(false, end);
  const declared = { ...request, tools: [{ name: 'get_rain', input_schema: { type: 'object' as const } }] };
  const error = await rejection(clientFor(server).runTools(declared));
  expect(runOf(error)).toBeUndefined();
});

test('runOf() returns undefined when toolTurns() is closed before the first turn', async () => {
  const server = await answers(false, end);
  const turns = clientFor(server).toolTurns(request);
  await turns[Symbol.asyncIterator]().return(undefined);
  const error = await rejection(turns.outcome());
  expect(error).toMatchObject({ name: 'AbortedError', message: 'The run was aborted by the caller.' });
  expect(runOf(error)).toBeUndefined();
  expect(server.received).toHaveLength(0);
});
