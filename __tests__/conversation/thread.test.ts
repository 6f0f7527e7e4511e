import { describe, expect, test } from '@jest/globals';
import {
  type Client,
  defineModel,
  isApiError,
  isValidationError,
  MessagesRequestBuilder,
  type SavedThread,
  tool,
} from '../../lib/index.js';
import { compileSnippets, objections } from '../support/compile.js';
import type { Loopback } from '../support/loopback.js';
import { StrictApi } from '../support/strict-api.js';
import { failureOf } from '../support/transport.js';
import { clientFor, sentTo } from '../tools/support.js';

const cities: string[] = [];
const weather = tool({
  name: 'get_weather',
  description: 'The weather in a city, now.',
  input: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  run: ({ city }) => {
    cities.push(city);
    return '15 degrees';
  },
});
const preset = MessagesRequestBuilder.create('claude-fable-5-2').maxTokens(1024).system('Be brief.');
const withTool = preset.tools(weather);

async function started(): Promise<{ api: StrictApi; server: Loopback; client: Client }> {
  const api = new StrictApi();
  const server = await api.start();
  return { api, server, client: clientFor(server).with({ retry: { limit: 0 } }) };
}

const betasOf = ({ received }: Loopback) => received.map(({ headers }) => headers['anthropic-beta']);
const textOf = (message: { readonly content?: unknown } | undefined) => JSON.stringify(message?.content);

describe('a thread', () => {
  test('sends only the messages that the API does not have', async () => {
    const { api, server, client } = await started();
    const thread = client.thread(withTool);
    api.next.push('think');
    expect((await thread.send('One?')).text).toBe('Answer 0.');
    expect((await thread.send([{ type: 'text', text: 'Two?' }])).text).toBe('Answer 1.');
    const stream = thread.stream('Three?');
    let text = '';
    for await (const part of stream.textStream()) text += part;
    expect(text).toBe('Answer 2.');

    const [first, second, third] = sentTo(server);
    expect(first).toEqual({
      ...withTool.user('One?').build(),
      thread: { type: 'create' },
    });
    const { model, max_tokens } = first;
    const continueFrom = (id: string) => ({ type: 'continue', previous_message_id: id });
    expect(second).toEqual({
      model,
      max_tokens,
      messages: [{ role: 'user', content: [{ type: 'text', text: 'Two?' }] }],
      thread: continueFrom('msg_0'),
    });
    expect(third).toEqual({
      model,
      max_tokens,
      messages: [{ role: 'user', content: 'Three?' }],
      thread: continueFrom('msg_1'),
      stream: true,
    });
    expect(new Set(betasOf(server)).size).toBe(1);
    expect([api.refusals, api.lost]).toEqual([[], []]);
    expect((thread.toJSON().request as { messages: unknown }).messages).toEqual(api.conversation);
  });

  test('runs tools, streamed or not, and resumes paused answers', async () => {
    const { api, server, client } = await started();
    const thread = client.thread(withTool.cache('conversation'));
    api.next.push('tools', 'pause', 'tools', 'text', 'pause');
    cities.length = 0;
    const run = await thread.run('How warm is it?');
    expect([run.status, run.turns, cities]).toEqual(['done', 3, ['City 0']]);
    const streamed = await thread.run('And there?', { stream: true, maxTurns: 5 });
    expect(streamed.status).toBe('done');
    expect((await thread.send('Search.')).stop_reason).toBe('end_turn');
    const sent = sentTo(server);
    expect(sent.map(({ thread: { type } }) => type)).toEqual(['create', ...Array(6).fill('continue')]);
    expect(sent.map(({ messages }) => messages.length)).toEqual([1, 1, 0, 1, 1, 1, 0]);
    expect([api.refusals, api.lost]).toEqual([[], []]);
  });

  test('starts over with the whole conversation when the API has lost the thread', async () => {
    const { api, server, client } = await started();
    const thread = client.thread(withTool);
    api.next.push('think');
    await thread.send('One?');
    api.forgetThreads();
    expect((await thread.send('Two?')).text).toBe('Answer 1.');
    api.forgetThreads();
    await thread.stream('Three?').finalMessage();
    expect(api.lost).toEqual(['thread_not_found', 'thread_not_found']);
    const sent = sentTo(server);
    expect(sent.map(({ messages }) => messages.length)).toEqual([1, 1, 3, 1, 5]);
    // The thread was lost again right after it was created, so the client stops using threads.
    expect(sent.map(({ thread: sentThread }) => sentThread?.type)).toEqual([
      'create',
      'continue',
      'create',
      'continue',
      undefined,
    ]);
    await thread.send('Four?');
    expect(sentTo(server).at(-1)).not.toHaveProperty('thread');
    expect(api.refusals).toEqual([]);
  });

  test('continues without threads when the API does not support the request', async () => {
    const { api, server, client } = await started();
    api.unsupported = true;
    const thread = client.thread(preset);
    await thread.send('One?');
    await thread.send('Two?');
    expect(sentTo(server).map(({ thread: sent, messages }) => [sent?.type, messages.length])).toEqual([
      ['create', 1],
      [undefined, 1],
      [undefined, 3],
    ]);
  });

  test('can send the same message again after a stream was cut or aborted', async () => {
    const { api, server, client } = await started();
    const thread = client.thread(preset);
    await thread.send('One?');
    api.cutAt = 0.5;
    await failureOf(thread.stream('Two?').finalMessage());
    const given = thread.stream('Two?');
    for await (const _ of given) break;
    given.abort();
    const answer = await thread.stream('Two?').finalMessage();
    expect(answer.text).toMatch(/^Answer/);
    // The API had accepted the first of them.
    expect(api.lost.every((code) => code === 'thread_already_continued')).toBe(true);
    expect(sentTo(server).at(-1)?.messages.at(-1)).toEqual({ role: 'user', content: 'Two?' });
    expect((thread.toJSON().request as { messages: unknown[] }).messages).toHaveLength(4);
  });

  test('drops a refused turn, and starts over after a refusal and after an answer of another model', async () => {
    const { api, server, client } = await started();
    const thread = client.thread(preset.fallbacks('default'));
    api.next.push('text', 'refusal', 'other model');
    await thread.send('One?');
    expect((await thread.send('Bad?')).stop_reason).toBe('refusal');
    await thread.send('Two?');
    await thread.send('Three?');
    const sent = sentTo(server);
    expect(sent.map(({ thread: { type } }) => type)).toEqual(['create', 'continue', 'create', 'create']);
    expect(sent[2].messages.map(textOf)).not.toContain('"Bad?"');
    expect([api.refusals, api.lost]).toEqual([[], []]);
  });

  test('continues from its JSON, and starts over with the whole conversation if the preset changes', async () => {
    const { api, server, client } = await started();
    const thread = client.thread(withTool);
    api.next.push('think');
    await thread.send('One?');
    const json = JSON.stringify(thread);
    expect(JSON.parse(json)).toMatchObject({
      format: 'clust.thread',
      version: 1,
      link: { previous_message_id: 'msg_0', messages: 2 },
    });
    const resumed = client.thread(json, { from: withTool });
    api.next.push('tools');
    const run = await resumed.run('How warm is it?');
    expect(run.status).toBe('done');
    const changed = client.thread(JSON.parse(JSON.stringify(resumed)), {
      from: preset.model('claude-opus-5').tools(weather),
    });
    await changed.send('Two?');
    expect(sentTo(server).map(({ thread: { type } }) => type)).toEqual([
      'create',
      'continue',
      'continue',
      'create',
    ]);
    await client.thread(JSON.stringify(changed)).send('Three?');
    expect(sentTo(server).at(-1)?.thread.type).toBe('continue');
    expect([api.refusals, api.lost]).toEqual([[], []]);
  });

  test('can be stored before its first message, and forked at any time', async () => {
    const { api, server, client } = await started();
    const early = client.thread(JSON.stringify(client.thread(preset)));
    await early.send('One?');
    const fork = early.fork();
    await Promise.all([early.send('Two?'), fork.send('Other?')]);
    const again = client.thread(preset).fork();
    await again.send('Hi');
    expect(sentTo(server).map(({ thread: { type }, messages }) => [type, messages.length])).toEqual(
      expect.arrayContaining([
        ['create', 1],
        ['continue', 1],
        ['create', 3],
        ['create', 1],
      ]),
    );
    const from = client.thread(preset.user('One?').build());
    expect((await from.send()).text).toMatch(/^Answer/);
    expect([api.refusals, api.lost]).toEqual([[], []]);
  });

  test('sets fields for one request, and rejects changes to the fields that a thread keeps', async () => {
    const { server, client } = await started();
    const thread = client.thread(preset);
    await thread.send('One?', { set: { max_tokens: 64, stop_sequences: ['END'] } });
    await thread.send('Two?');
    expect(sentTo(server).map(({ max_tokens }) => max_tokens)).toEqual([64, 1024]);
    const set = { thinking: { type: 'adaptive' }, max_tokens: 200_000 };
    const refused = await failureOf(thread.send('Three?', { set: set as { max_tokens: number } }));
    expect(isValidationError(refused) && refused.problems).toEqual([
      {
        path: 'set.thinking',
        rule: 'thread-fields',
        message: 'a thread keeps its thinking: start another thread to change it',
      },
    ]);
    const long = await failureOf(thread.send('Three?', { set: { max_tokens: Number('200000') } }));
    expect(String(long)).toContain('claude-fable-5-2 generates at most 128000 tokens, not 200000');
    const own = defineModel({ id: 'team/fable', like: 'claude-fable-5-2', maxOutputTokens: 2048 });
    const ofOwn = client.thread(MessagesRequestBuilder.create(own).maxTokens(1024));
    const longer = await failureOf(ofOwn.send('One?', { set: { max_tokens: Number('4096') } }));
    expect(String(longer)).toContain('team/fable generates at most 2048 tokens, not 4096');
    const options = { betas: ['x'], fallback: ['claude-opus-5'] } as unknown as { betas: never };
    const others = await failureOf(thread.send('Three?', options));
    expect(isValidationError(others) && others.problems.map(({ path }) => path)).toEqual([
      'betas',
      'fallback',
    ]);
    expect(server.received).toHaveLength(2);
  });

  test('names the beta of fast speed from the first request on, also for an own model', async () => {
    const { server, client } = await started();
    for (const model of [
      'claude-opus-4-8',
      defineModel({ id: 'team/opus', like: 'claude-opus-4-8' }),
    ] as const)
      await client.thread(MessagesRequestBuilder.create(model).maxTokens(9)).send('One?');
    const named = betasOf(server).map((betas) => betas?.includes('fast-mode-2026-02-01'));
    expect(named).toEqual([true, true]);
  });

  test('rejects a second request while the first is pending, and what no thread accepts', async () => {
    const { server, client } = await started();
    const thread = client.thread(preset);
    const first = thread.send('One?');
    const busy = await failureOf(thread.send('Two?'));
    expect(String(busy)).toContain('the thread is waiting for an answer');
    await first;
    await thread.send('Two?');
    const compacting = client.thread(
      MessagesRequestBuilder.create('claude-opus-5')
        .maxTokens(64)
        .contextManagement({ edits: [{ type: 'compact_20260112' }] }),
    );
    expect(String(await failureOf(compacting.send('Hi')))).toContain('a thread takes no edit of the context');
    const bad = { format: 'clust.conversation' } as unknown as SavedThread;
    expect(String(await failureOf(client.thread(bad).send('Hi')))).toContain('this is not a thread');
    const later = { ...thread.toJSON(), version: 2 } as unknown as SavedThread;
    expect(String(await failureOf(client.thread(later).send('Hi')))).toContain('update clust');
    expect(server.received).toHaveLength(2);
  });

  test('throws errors that are unrelated to threads, and does not change', async () => {
    const { api, client } = await started();
    const thread = client.thread(preset.extraBody({ odd: 1 }));
    const error = await failureOf(thread.send('One?'));
    expect(isApiError(error) && error.apiMessage).toBe('odd: Extra inputs are not permitted');
    expect((thread.toJSON().request as { messages?: unknown[] }).messages ?? []).toHaveLength(0);
    expect(api.lost).toEqual([]);
  });
});

test('the types of a thread include its tool calls and reject changes to the fields that it keeps', () => {
  const code = (line: string) => `
    import { Client, MessagesRequestBuilder, tool } from 'clust';
    import { VertexClientBuilder } from 'clust/vertex';
    const weather = tool({ name: 'get_weather', input: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] }, run: () => '' });
    const preset = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(1024).tools(weather);
    const client = Client.fromEnv();
    const thread = client.thread(preset);
    ${line}`;
  const lines: Readonly<Record<string, string | undefined>> = {
    "export const city = thread.send('Hi').then(({ toolUses: [call] }) => { const name: 'get_weather' | undefined = call?.name; return name; });":
      undefined,
    "thread.send('Hi', { set: { max_tokens: 64, metadata: { user_id: 'u' } }, timeout: { total: 9 } });":
      undefined,
    'client.thread(JSON.stringify(thread), { from: preset }).fork();': undefined,
    "const two = Math.random() < 0.5 ? preset : MessagesRequestBuilder.create('claude-opus-5-5').maxTokens(9).tools(weather); export const city = client.thread('', { from: two }).send('Hi').then(({ toolUses: [call] }): string | undefined => call?.input.city); export const of = client.thread(two).send('Hi').then(({ toolUses: [call] }): string | undefined => call?.input.city);":
      undefined,
    "thread.run('Hi', { maxTurns: 3, set: { max_tokens: 64 } });": undefined,
    "thread.send('Hi', { set: { thinking: { type: 'disabled' } } });":
      'a thread keeps its thinking: start another thread to change it',
    "thread.stream('Hi', { set: { system: 'Be brief.' } });":
      'a thread keeps its system: start another thread to change it',
    "thread.run('Hi', { set: { tool_choice: { type: 'auto' } } });":
      'a thread keeps its tool_choice: start another thread to change it',
    "thread.send('Hi', { set: { max_tokens: 70000 } });":
      'claude-haiku-4-5 generates at most 64000 tokens, not 70000',
    "thread.send('Hi', { betas: ['x'] });": 'a thread keeps its betas',
    "thread.send('Hi', { fallback: ['claude-opus-5'] });": 'a thread keeps its model',
    "export const it: string = VertexClientBuilder.create().project('p').region('global').authToken('t').build().thread;":
      'Vertex AI has no message threads: send the messages',
  };
  const names = Object.keys(lines);
  const found = compileSnippets(
    '6.0',
    names.map((name) => ({ name, code: code(name) })),
  );
  for (const [name, sentence] of Object.entries(lines)) {
    const said = objections(found.get(name)) ?? [];
    if (sentence === undefined) expect(said).toEqual([]);
    else expect(said.join('\n')).toContain(sentence);
  }
});
