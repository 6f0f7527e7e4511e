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
const once = { retry: { limit: 0 } };

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

/** Reads a turn of either kind to its end. */
async function whole(turn: object): Promise<void> {
  if ('stream' in turn && turn.stream instanceof MessageStream) await turn.stream.finalMessage();
}

/** The run behind a rejection, which there has to be. */
async function runBehind(promise: Promise<unknown>): Promise<[unknown, UnfinishedRun<typeof request>]> {
  const error = await rejection(promise);
  const run = runOf<typeof request>(error);
  if (run === undefined) throw new Error('there is no run behind this', { cause: error });
  return [error, run];
}

describe.each([false, true])('what ends a run in the middle leaves the run, streamed: %s', (stream) => {
  test('an error of the API in the third turn: the two before are kept, and the run goes on with the third', async () => {
    const server = await answers(stream, paris, rome, 'overloaded', end);
    const client = clientFor(server);
    const [error, run] = await runBehind(client.runTools(request, { stream, ...once }));
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

  test('a connection that breaks in the middle of an answer: the answers before it are kept', async () => {
    const server = await answers(stream, paris, { cut: rome });
    const [error, run] = await runBehind(clientFor(server).runTools(request, { stream, ...once }));
    expect(error).toMatchObject(
      stream ? { name: 'StreamError', reason: 'cut' } : { name: 'ConnectionError' },
    );
    expect(run).toMatchObject({ turns: 1 });
    expect(run.messages).toEqual(twoTurns.slice(0, 3));
  });

  test('an abort while a tool runs: its answer is kept, and the call is made when the run goes on', async () => {
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
    const [error, run] = await runBehind(client.runTools(request, options));
    expect(isAbortedError(error) && error.cause).toBe('enough');
    expect(run).toMatchObject({ turns: 1, usage: { input_tokens: 10 } });
    expect(run.messages).toEqual([...request.messages, answered(paris)]);

    cities.length = 0;
    expect(await client.runTools(run.request, { stream })).toMatchObject({ status: 'done' });
    expect(cities).toEqual(['Paris']);
    expect(sentTo(server)[1].messages).toEqual(twoTurns.slice(0, 3));
  });

  test('an abort between two calls: the one that was made keeps its result, and is not made again', async () => {
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
    const [, run] = await runBehind(client.runTools(request, { ...options, signal: controller.signal }));
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

  test('a gate that throws: no call of the answer was made, and the answer is kept', async () => {
    const server = await answers(stream, paris, rome);
    const mine = new Error('Ask somebody else.');
    const run = clientFor(server).runTools(request, {
      stream,
      onToolCall({ input }) {
        if (input.city === 'Rome') throw mine;
      },
    });
    const [error, { turns, messages }] = await runBehind(run);
    expect([error, turns]).toEqual([mine, 2]);
    expect(messages).toEqual(twoTurns.slice(0, 4));
  });

  test('an onTurn that throws: the answer that it was shown is kept when it is whole', async () => {
    const server = await answers(stream, paris, rome);
    const mine = Object.freeze(new Error('I cannot show this.'));
    const run = clientFor(server).runTools(request, {
      stream,
      async onTurn(turn) {
        await turn.stream?.finalMessage();
        if (turn.number === 2) throw mine;
      },
    });
    const [error, { turns, messages }] = await runBehind(run);
    expect([error, turns]).toEqual([mine, 2]);
    expect(messages).toEqual(twoTurns.slice(0, 4));
  });

  test('a reader of turns that leaves: outcome() says that there is none, and has the run', async () => {
    const server = await answers(stream, paris, rome);
    const turns = clientFor(server).toolTurns(request, { stream });
    for await (const turn of turns) {
      await whole(turn);
      if (turn.number === 2) break;
    }
    const [error, run] = await runBehind(turns.outcome());
    expect(error).toMatchObject({ name: 'AbortedError', message: 'The run was aborted by the caller.' });
    expect(run.messages).toEqual(twoTurns.slice(0, 4));
  });

  test('an error of the API in toolTurns(): both the loop and outcome() have the run', async () => {
    const server = await answers(stream, paris, 'overloaded');
    const turns = clientFor(server).toolTurns(request, { stream, ...once });
    const read = async () => {
      for await (const turn of turns) await whole(turn);
    };
    const [error, run] = await runBehind(read());
    expect(isApiError(error, 'overloaded_error')).toBe(true);
    const [, again] = await runBehind(turns.outcome());
    expect(run.messages).toEqual(twoTurns.slice(0, 3));
    expect(again).toEqual(run);
  });
});

test('a stream that is cut while its turn is read: the reader’s error has the run, and what had arrived', async () => {
  const server = await answers(true, paris, { cut: end });
  const turns = clientFor(server).toolTurns(request, { stream: true, ...once });
  const read = async () => {
    for await (const { stream } of turns) for await (const _ of stream);
  };
  const [error, run] = await runBehind(read());
  expect(isStreamError(error) && error.partial?.text).toBe('Both have 15 degrees.');
  expect(run.messages).toEqual(twoTurns.slice(0, 3));
});

test('a stream that is left unread in the middle: its answer is not kept', async () => {
  const server = await answers(true, paris, rome);
  const mine = new Error('mine');
  const run = clientFor(server).runTools(request, {
    stream: true,
    onTurn({ number }) {
      if (number === 2) throw mine;
    },
  });
  const [, { turns, messages }] = await runBehind(run);
  expect(turns).toBe(1);
  expect(messages).toEqual(twoTurns.slice(0, 3));
});

test('AT-10.2 the error shows nothing of the conversation, however it is printed', async () => {
  const server = await answers(false, paris, 'overloaded');
  const [error] = await runBehind(clientFor(server).runTools(request, once));
  const printed = [
    inspect(error, { depth: 20, showHidden: true }),
    JSON.stringify(error),
    String(error),
    ...Reflect.ownKeys(error as object).map(String),
  ].join('\n');
  expect(printed).not.toMatch(/business|Paris|degrees|sk-ant|soFar/);
});

test('the run is typed by the request that is named; an error that ended no run has none', () => {
  const error: unknown = new Error('mine');
  const run = runOf<typeof request>(error);
  expectType<Equal<NonNullable<typeof run>['request'], typeof request>>();
  expect(run).toBeUndefined();
});

test.each([['a text'], [undefined], [null], [3]])('%j has no run behind it', async (thrown) => {
  const server = await answers(false, paris);
  const run = clientFor(server).runTools(request, {
    onTurn() {
      throw thrown;
    },
  });
  expect(await run.then(String, (error: unknown) => [error])).toEqual([thrown]);
  expect(runOf(thrown)).toBeUndefined();
});

test('a request that is refused before it is sent has begun no run', async () => {
  const server = await answers(false, end);
  const declared = { ...request, tools: [{ name: 'get_rain', input_schema: { type: 'object' as const } }] };
  const error = await rejection(clientFor(server).runTools(declared));
  expect(runOf(error)).toBeUndefined();
});

test('turns that were given up before the first was asked for have begun no run', async () => {
  const server = await answers(false, end);
  const turns = clientFor(server).toolTurns(request);
  await turns[Symbol.asyncIterator]().return(undefined);
  const error = await rejection(turns.outcome());
  expect(error).toMatchObject({ name: 'AbortedError', message: 'The run was aborted by the caller.' });
  expect(runOf(error)).toBeUndefined();
  expect(server.received).toHaveLength(0);
});
