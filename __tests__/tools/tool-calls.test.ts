import { describe, expect, test } from '@jest/globals';
import {
  computerToolset,
  isAbortedError,
  type MessageParam,
  MessagesRequestBuilder,
  type Tool,
  ToolList,
  tool,
} from '../../lib/index.js';
import { answers, calls, clientFor, message, rejection, says, sentTo } from './support.js';

const preset = MessagesRequestBuilder.create('claude-sonnet-5-5').maxTokens(64_000);
const named = (name: string, run: () => unknown = () => `${name} ran`): Tool =>
  tool({ name, input: { type: 'object' }, run });

describe('a request built with stream(false)', () => {
  test.each([
    ['stream(false)', preset.tools(named('a')).stream(false).user('Go.').build(), {}],
    ['the option stream: false', preset.tools(named('a')).user('Go.').build(), { stream: false }],
  ])('%s: runTools and toolTurns stream no answer, however long it may be', async (_, request, options) => {
    const server = await answers(false, calls({ a: {} }), says('Done.'), calls({ a: {} }), says('Done.'));
    const client = clientFor(server);
    expect(await client.runTools(request, options)).toMatchObject({ status: 'done', turns: 2 });
    expect(await client.toolTurns(request, options).outcome()).toMatchObject({ status: 'done', turns: 2 });
    expect(sentTo(server).map(({ stream }) => stream)).toEqual([false, false, false, false]);
  });

  test('a long answer of a request that says nothing of streams is streamed under the hood', async () => {
    const server = await answers(true, says('Done.'));
    await clientFor(server).runTools(preset.tools(named('a')).user('Go.').build());
    expect(sentTo(server).map(({ stream }) => stream)).toEqual([true]);
  });
});

describe('what runs is what the gate saw', () => {
  const ran: string[] = [];
  const remember = (name: string) => named(name, () => ran.push(name));
  const screen = computerToolset({ screenshot: () => ran.push('screenshot') });
  const call = (fields: object) => message([{ type: 'tool_use', id: 'toolu_0', input: {}, ...fields }]);

  test('toolset_name does not lead to an ordinary tool of another name', async () => {
    const server = await answers(false, call({ name: 'read', toolset_name: 'delete_all' }), says('Done.'));
    const request = preset.tools(remember('read'), remember('delete_all')).stream(false).user('Go.').build();
    const asked: string[] = [];
    await clientFor(server).runTools(request, { onToolCall: ({ name }) => void asked.push(name) });
    expect([asked, ran]).toEqual([['read'], []]);
    expect(sentTo(server)[1].messages.at(-1).content).toMatchObject([
      { is_error: true, content: 'There is no tool delete_all. The tools are: read, delete_all.' },
    ]);
  });

  test('toolset_name leads to the member of a toolset', async () => {
    const list = ToolList.of(screen);
    const answer = call({ name: 'screenshot', toolset_name: 'computer' });
    expect(await list.callAll(answer as Parameters<typeof list.callAll>[0])).toMatchObject([
      { content: '1', toolset_name: 'computer' },
    ]);
    expect(ran).toEqual(['screenshot']);
  });
});

describe('a tool that a system message has withdrawn', () => {
  const removal = (name: string) => ({
    role: 'system' as const,
    content: [{ type: 'tool_removal' as const, tool: { type: 'tool_reference' as const, name } }],
  });
  const addition = (name: string) => ({
    role: 'system' as const,
    content: [{ type: 'tool_addition' as const, tool: { type: 'tool_reference' as const, name } }],
  });
  const user = { role: 'user' as const, content: 'Go.' };

  const assistant = { role: 'assistant' as const, content: 'Ready.' };
  test.each<[string, readonly MessageParam[], string]>([
    ['is not run', [user, removal('a')], 'There is no tool a. The tools are: b.'],
    ['is run when it was added again', [user, removal('a'), assistant, user, addition('a')], 'a ran'],
  ])('%s', async (_, messages, content) => {
    const server = await answers(false, calls({ a: {} }), says('Done.'));
    const request = MessagesRequestBuilder.create('claude-opus-5-5')
      .maxTokens(99)
      .tools(named('a'), named('b'))
      .messages(messages)
      .build();
    await clientFor(server).runTools(request);
    expect(sentTo(server)[1].messages.at(-1).content).toMatchObject([{ content }]);
  });
});

describe('what cannot be printed', () => {
  const bomb = new Proxy(
    {},
    {
      get() {
        throw new Error('get');
      },
      has() {
        throw new Error('has');
      },
      getPrototypeOf() {
        throw new Error('getPrototypeOf');
      },
    },
  );
  const silent = Object.create(null);
  const hostile = {
    toString() {
      throw silent;
    },
  };
  const mute = Object.defineProperty(new Error(), 'message', {
    get() {
      throw bomb;
    },
  });

  test.each([
    ['a proxy that throws', bomb],
    ['an object without a prototype', silent],
    ['a toString that throws', hostile],
    ['an error whose message throws', mute],
    ['a symbol', Symbol('odd')],
  ])('%s, thrown by a tool or by its schema, is a result with is_error', async (_, thrown) => {
    const fail = () => {
      throw thrown;
    };
    const schema = {
      '~standard': {
        version: 1 as const,
        vendor: 'odd',
        validate: fail,
        jsonSchema: { input: () => ({ type: 'object' }) },
      },
    };
    const foreign: Tool = { ...named('foreign'), call: fail };
    const tools = [named('throws', fail), named('returns', () => thrown), foreign];
    const checked: Tool = tool({ name: 'checked', input: schema, run: () => 'unreachable' });
    const server = await answers(
      false,
      calls({ throws: {} }, { foreign: {} }, { checked: {} }, { returns: {} }),
      says('Done.'),
    );
    const request = preset
      .tools(...tools, checked)
      .stream(false)
      .user('Go.')
      .build();
    const run = await clientFor(server).runTools(request, { toolTimeout: 5000 });
    expect(run.status).toBe('done');
    const results = sentTo(server)[1].messages.at(-1).content;
    for (const { is_error, content } of results.slice(0, 3)) {
      expect([is_error, content]).toEqual([
        true,
        expect.stringMatching(/^\w+ failed: (an error that cannot be printed|Symbol\(odd\))$/),
      ]);
    }
  });

  test('results() that nobody awaits, with an abort, is no unhandled rejection', async () => {
    const unhandled: unknown[] = [];
    const listen = (reason: unknown) => unhandled.push(reason);
    process.on('unhandledRejection', listen);
    const controller = new AbortController();
    const server = await answers(false, calls({ hang: {} }));
    const hang = named('hang', () => new Promise(() => {}));
    const request = preset.tools(hang).stream(false).user('Go.').build();
    const turns = clientFor(server).toolTurns(request, { signal: controller.signal });
    const read = async () => {
      for await (const turn of turns) {
        void turn.results();
        setImmediate(() => controller.abort());
        return turn.number;
      }
      return 0;
    };
    expect(await read()).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    process.off('unhandledRejection', listen);
    expect(unhandled).toEqual([]);
    expect(controller.signal.aborted).toBe(true);
    expect(isAbortedError(await rejection(turns.outcome()))).toBe(true);
  });
});
