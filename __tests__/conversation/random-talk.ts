import * as fc from 'fast-check';
import {
  type Client,
  Conversation,
  type MessageBody,
  type MessageParam,
  MessagesRequestBuilder,
  repair,
  runOf,
  type Thread,
  tool,
} from '../../lib/index.js';
import type { Next, StrictApi } from '../support/strict-api.js';

const weather = tool({
  name: 'get_weather',
  description: 'The weather in a city, now.',
  input: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  run: ({ city }) => `15 degrees in ${city}`,
});

const models = ['claude-fable-5-2', 'claude-sonnet-5-5', 'claude-opus-5', 'claude-haiku-4-5'] as const;

/** A preset that is valid for every model, with a type that does not depend on the model. */
function presetOf(model: number, isCached: boolean): MessagesRequestBuilder {
  const preset: MessagesRequestBuilder = MessagesRequestBuilder.create(
    models[model % models.length] ?? models[0],
  )
    .maxTokens(1024)
    .system('Be brief.')
    .tools(weather);
  return isCached ? preset.cache('conversation') : preset;
}

const kinds = ['ask', 'stream', 'run', 'cut', 'abort', 'cut run', 'json', 'switch', 'trim', 'crash'] as const;
const threadKinds = ['ask', 'stream', 'run', 'cut', 'abort', 'json', 'fork', 'forget', 'again'] as const;
const said: readonly Next[] = [
  'text',
  'think',
  'tools',
  'pause',
  'cut off',
  'refusal',
  'nothing',
  'other model',
];

export interface Step<Kind extends string> {
  readonly kind: Kind;
  /** What the model says next. */
  readonly next: readonly Next[];
  /** From 0 to 1: where a stream is cut, which model comes next, or how much is kept. */
  readonly at: number;
}

const stepsOf = <Kind extends string>(of: readonly Kind[]): fc.Arbitrary<readonly Step<Kind>[]> =>
  fc.array(
    fc.record({
      kind: fc.constantFrom(...of),
      next: fc.array(fc.constantFrom(...said), { maxLength: 3 }),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { minLength: 1, maxLength: 10 },
  );

/** Random plans for a conversation that the caller keeps. */
export const talks = fc.record({ model: fc.nat(3), isCached: fc.boolean(), steps: stepsOf(kinds) });

/** Random plans for a thread. */
export const threads = fc.record({ model: fc.nat(3), isCached: fc.boolean(), steps: stepsOf(threadKinds) });

type Talk = typeof talks extends fc.Arbitrary<infer Value> ? Value : never;
type Threaded = typeof threads extends fc.Arbitrary<infer Value> ? Value : never;

/** Follows the plan, and repairs the conversation after a cut as a program does that stores it. */
export async function talk({ model, isCached, steps }: Talk, api: StrictApi, client: Client): Promise<void> {
  let preset = presetOf(model, isCached);
  let conversation: Conversation = Conversation.of(preset);
  let isTrimmed = false;
  const settle = (messages: readonly MessageParam[] = conversation.messages) => {
    const repaired = repair(messages);
    if (repaired.repairs.length > 0 || messages !== conversation.messages)
      conversation = Conversation.of(preset.messages(repaired.messages));
  };
  for (const [number, { kind, next, at }] of steps.entries()) {
    api.next.splice(0, api.next.length, ...next);
    const asked = conversation.user(`Question ${number}?`);
    if (kind === 'ask') ({ conversation } = await client.converse(conversation, `Question ${number}?`));
    else if (kind === 'json')
      conversation = Conversation.parse(JSON.stringify(conversation), { from: preset }) as Conversation;
    else if (kind === 'trim') {
      isTrimmed = true;
      ({ conversation } = conversation.trimTo({ tokens: 40, keep: { first: at < 0.5 ? 0 : 1, last: 1 } }));
    } else if (kind === 'switch') {
      // A conversation is trimmed for its model. Another model may check what this one does not.
      if (isTrimmed) continue;
      preset = presetOf(Math.floor(at * models.length), isCached);
      conversation = Conversation.of(preset.messages(conversation.messages));
    } else if (kind === 'run') {
      ({ conversation } = await client.runTools(asked, { maxTurns: 3, stream: at < 0.5 }));
    } else if (kind === 'cut run') {
      api.cutAt = at;
      const run = client.runTools(asked, { maxTurns: 3, stream: true });
      settle(
        await run.then(
          ({ messages }) => messages,
          (error) => runOf(error)?.messages ?? asked.messages,
        ),
      );
    } else if (kind === 'crash') {
      // The program has stored the answer, and is killed before it runs the tools.
      conversation = asked.add(await client.createMessage(asked.request()));
    } else {
      if (kind === 'cut') api.cutAt = at;
      const stream = client.createMessageStream(asked.request());
      const partial = await partialOf(
        stream,
        kind === 'abort' ? Math.floor(at * 8) : Number.POSITIVE_INFINITY,
      );
      if (partial) conversation = asked.add(partial);
    }
    settle();
    // A stream and a killed program do not resume a paused answer.
    if (isPaused(conversation.messages.at(-1)))
      conversation = conversation.add(await client.createMessage(conversation.request()));
  }
}

function isPaused(message: MessageParam | undefined): boolean {
  return Object([message?.content ?? []].flat().at(-1)).type === 'server_tool_use';
}

/** Reads a stream to its end, or aborts it after some events. Returns the message so far. */
async function partialOf(
  stream: AsyncIterable<unknown> & { readonly snapshot: MessageBody | undefined; abort(): void },
  most: number,
): Promise<MessageBody | undefined> {
  let count = 0;
  try {
    for await (const _ of stream) if (count++ >= most) stream.abort();
  } catch (error) {
    const name = String(Object(error).name);
    if (!/^(StreamError|AbortedError|ConnectionError)$/.test(name)) throw error;
  }
  return stream.snapshot;
}

/** Follows the plan with a thread, and returns its conversation at the end. */
export async function talkInThread(
  { model, isCached, steps }: Threaded,
  api: StrictApi,
  client: Client,
): Promise<readonly object[]> {
  const preset = presetOf(model, isCached);
  let thread: Thread = client.thread(preset);
  for (const [number, { kind, next, at }] of steps.entries()) {
    api.next.splice(0, api.next.length, ...next.filter((each) => each !== 'cut off'));
    const question = `Question ${number}?`;
    if (kind === 'ask') await thread.run(question, { maxTurns: 9 });
    else if (kind === 'again')
      await thread.send(question, { set: { max_tokens: 64 } }).then(() => answerCalls(thread));
    else if (kind === 'run') await thread.run(question, { maxTurns: 9, stream: true });
    else if (kind === 'json') thread = client.thread(JSON.stringify(thread), { from: preset }) as Thread;
    else if (kind === 'fork') thread = thread.fork();
    else if (kind === 'forget') api.forgetThreads();
    else {
      if (kind === 'cut') api.cutAt = at;
      const stream = thread.stream(question);
      await partialOf(stream, kind === 'abort' ? Math.floor(at * 8) : Number.POSITIVE_INFINITY);
      await answerCalls(thread);
    }
    await resume(thread);
  }
  // After a last question without faults, both sides have the same conversation.
  api.next.length = 0;
  await thread.run('And now?', { maxTurns: 9 });
  return Object(thread.toJSON().request).messages ?? [];
}

/** Sends results for the calls of the last answer. */
async function answerCalls(thread: Thread): Promise<void> {
  const last = lastOf(thread);
  const calls = [last?.content ?? []].flat().filter((block) => Object(block).type === 'tool_use');
  if (calls.length === 0) return;
  const results = calls.map((call) => ({
    type: 'tool_result' as const,
    tool_use_id: String(Object(call).id),
    content: '15 degrees',
  }));
  await thread.run(results, { maxTurns: 9 });
}

/** Resumes a paused answer, which a stream does not. */
async function resume(thread: Thread): Promise<void> {
  if (isPaused(lastOf(thread))) await thread.send();
}

function lastOf(thread: Thread): MessageParam | undefined {
  const messages: readonly MessageParam[] = Object(thread.toJSON().request).messages ?? [];
  const last = messages.at(-1);
  return last?.role === 'assistant' ? last : undefined;
}
