import { expect, test } from '@jest/globals';
import {
  ApiKey,
  type Client,
  ClientBuilder,
  type JsonObjectSchema,
  type MessageStream,
  type MessagesRequestBody,
  type RunToolsOptions,
  type Tool,
  ToolFailure,
  tool,
  type Version,
} from '../../lib/index.js';
import { describeWithFixtures, readFixture } from '../support/fixtures.js';
import { type Answer, raw, serve } from '../support/loopback.js';
import {
  comparable,
  messageOf,
  type RecordedRun,
  type RecordedTurn,
  recordedRuns,
  resultsOf,
} from './recorded-runs.js';
import { sentTo } from './support.js';

const runs = recordedRuns();

/** What the API answered, byte for byte as it was recorded. */
function answerTo({ kind, files }: RecordedTurn): Answer {
  return kind === 'stream'
    ? raw(readFixture(files.sse ?? ''), 200, { 'content-type': 'text/event-stream' })
    : raw(readFixture(files.response ?? ''), 200, { 'content-type': 'application/json' });
}

/** The tools of a run, each of which gives what it gave when the run was recorded. */
function toolsOf({ turns: [{ body }], results }: RecordedRun): readonly Tool[] {
  return (body.tools ?? []).flatMap((sent) => {
    if (!('input_schema' in sent)) return [];
    return tool({
      name: sent.name,
      // The API took it for the schema of an object.
      input: sent.input_schema as JsonObjectSchema,
      run(_, { toolUse }) {
        const { content, is_error } = results.get(toolUse?.id ?? '') ?? {};
        if (is_error) throw new ToolFailure(content ?? '');
        return content;
      },
    });
  });
}

const whole = ({ messages, tools }: MessagesRequestBody) => comparable({ messages, tools });

/** The two ways to drive a run: to its end at once, or turn by turn, each stream event by event. */
const drivers = {
  'runTools()': (client: Client<Version>, body: MessagesRequestBody, options: RunToolsOptions) =>
    client.runTools(body, options),
  async 'toolTurns()'(client: Client<Version>, body: MessagesRequestBody, options: RunToolsOptions) {
    const turns = client.toolTurns(body, options);
    for await (const turn of turns) if ('stream' in turn) for await (const _ of turn.stream as MessageStream);
    return turns.outcome();
  },
};

describeWithFixtures('the recordings of runs', () => {
  test('there are some, of both kinds, with several turns, parallel calls and thinking', () => {
    const texts = runs.map(({ turns }) => JSON.stringify(turns.at(-1)?.body.messages));
    expect(new Set(runs.map(({ kind }) => kind))).toEqual(new Set(['json', 'stream']));
    expect(runs.length).toBeGreaterThanOrEqual(20);
    expect(runs.some(({ turns }) => turns.length >= 3)).toBe(true);
    expect(runs.some(({ turns }) => turns.some(({ body }) => resultsOf(body).length > 1))).toBe(true);
    expect(texts.some((text) => text.includes('"signature"'))).toBe(true);
  });
});

describeWithFixtures.each(Object.entries(drivers))('a recorded run, driven by %s', (_driver, drive) => {
  test.each(runs.map((run) => [run.name, run] as const))(
    '%s: sends what was sent then, with every block of an answer as it came',
    async (_, run) => {
      const [first, ...rest] = run.turns;
      const server = await serve(answerTo(first), ...rest.map(answerTo));
      const client = ClientBuilder.create()
        .apiKey(ApiKey.of('sk-ant-test'))
        .baseUrl(server.url)
        .version('2023-06-01')
        .build();
      // A whole answer of this size would be streamed under the hood, and was not when it was recorded.
      const body = run.kind === 'json' ? { ...first.body, max_tokens: 4096 } : first.body;
      const outcome = await drive(client, body, { tools: toolsOf(run), maxTurns: run.turns.length });

      const sent: readonly MessagesRequestBody[] = sentTo(server);
      expect(sent.map(whole)).toEqual(run.turns.map(({ body }) => whole(body)));
      // Stricter than the other program was: not a field of a block is lost, signatures and nulls included.
      for (const [index, { messages }] of sent.slice(1).entries())
        expect(messages.at(-2)?.content).toEqual(messageOf(run.turns[index] as RecordedTurn).content);
      const last = messageOf(run.turns.at(-1) as RecordedTurn);
      expect(outcome.status).toBe(last.stop_reason === 'tool_use' ? 'max_turns' : 'done');
      expect(outcome.turns).toBe(run.turns.length);
      expect(outcome.messages.at(-1)?.content).toEqual(last.content);
    },
  );
});
