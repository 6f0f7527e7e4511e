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

test('a tool run streams long answers internally by default', async () => {
  const server = await answers(true, says('Done.'));
  await clientFor(server).runTools(preset.tools(named('a')).user('Go.').build());
  expect(sentTo(server).map(({ stream }) => stream)).toEqual([true]);
});

describe('the toolset_name of a call', () => {
  const ran: string[] = [];
  const remember = (name: string) => named(name, () => ran.push(name));
  const screen = computerToolset({ screenshot: () => ran.push('screenshot') });
  const call = (fields: object) => message([{ type: 'tool_use', id: 'toolu_0', input: {}, ...fields }]);

  test('cannot redirect the call to a tool that onToolCall did not see', async () => {
    const server = await answers(false, call({ name: 'read', toolset_name: 'delete_all' }), says('Done.'));
    const request = preset.tools(remember('read'), remember('delete_all')).stream(false).user('Go.').build();
    const asked: string[] = [];
    await clientFor(server).runTools(request, { onToolCall: ({ name }) => void asked.push(name) });
    expect([asked, ran]).toEqual([['read'], []]);
    expect(sentTo(server)[1].messages.at(-1).content).toMatchObject([
      { is_error: true, content: 'There is no tool delete_all. The tools are: read, delete_all.' },
    ]);
  });

  test('selects the toolset that has the tool', async () => {
    const list = ToolList.of(screen);
    const answer = call({ name: 'screenshot', toolset_name: 'computer' });
    expect(await list.callAll(answer as Parameters<typeof list.callAll>[0])).toMatchObject([
      { content: '1', toolset_name: 'computer' },
    ]);
    expect(ran).toEqual(['screenshot']);
  });
});

describe('a tool that a system message removed', () => {
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
    ['does not run', [user, removal('a')], 'There is no tool a. The tools are: b.'],
    ['runs after it was added again', [user, removal('a'), assistant, user, addition('a')], 'a ran'],
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

describe('an error that cannot be printed', () => {
  const throwingProxy = new Proxy(
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
  const withoutPrototype = Object.create(null);
  const throwingToString = {
    toString() {
      throw withoutPrototype;
    },
  };
  const throwingMessage = Object.defineProperty(new Error(), 'message', {
    get() {
      throw throwingProxy;
    },
  });

  test.each([
    ['a proxy that throws', throwingProxy],
    ['an object without a prototype', withoutPrototype],
    ['an object whose toString() throws', throwingToString],
    ['an error whose message throws', throwingMessage],
    ['a symbol', Symbol('odd')],
  ])('becomes a result with is_error when a tool or its schema throws it: %s', async (_, thrown) => {
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
});

test('results() that is not awaited causes no unhandled rejection when the run is aborted', async () => {
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
