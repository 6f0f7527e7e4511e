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

/** The recorded answer to a turn, byte for byte. */
function answerTo({ kind, files }: RecordedTurn): Answer {
  return kind === 'stream'
    ? raw(readFixture(files.sse ?? ''), 200, { 'content-type': 'text/event-stream' })
    : raw(readFixture(files.response ?? ''), 200, { 'content-type': 'application/json' });
}

/** The tools of a run. Each returns its recorded results. */
function toolsOf({ turns: [{ body }], results }: RecordedRun): readonly Tool[] {
  return (body.tools ?? []).flatMap((sent) => {
    if (!('input_schema' in sent)) return [];
    return tool({
      name: sent.name,
      // The API accepted it, so it is an object schema.
      input: sent.input_schema as JsonObjectSchema,
      run(_, { toolUse }) {
        const { content, is_error } = results.get(toolUse?.id ?? '') ?? {};
        if (is_error) throw new ToolFailure(content ?? '');
        return content;
      },
    });
  });
}

const comparableBody = ({ messages, tools }: MessagesRequestBody) => comparable({ messages, tools });

/** Two ways to drive a run: to its end, or turn by turn while reading every stream event. */
const drivers = {
  'runTools()': (client: Client<Version>, body: MessagesRequestBody, options: RunToolsOptions) =>
    client.runTools(body, options),
  async 'toolTurns()'(client: Client<Version>, body: MessagesRequestBody, options: RunToolsOptions) {
    const turns = client.toolTurns(body, options);
    for await (const turn of turns) if ('stream' in turn) for await (const _ of turn.stream as MessageStream);
    return turns.outcome();
  },
};

describeWithFixtures('the recorded runs', () => {
  test('include JSON and streams, several turns, parallel calls and thinking', () => {
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
    '%s: sends the recorded requests, and returns every block of an answer unchanged',
    async (_, run) => {
      const [first, ...rest] = run.turns;
      const server = await serve(answerTo(first), ...rest.map(answerTo));
      const client = ClientBuilder.create()
        .apiKey(ApiKey.of('sk-ant-test'))
        .baseUrl(server.url)
        .version('2023-06-01')
        .build();
      // With the recorded max_tokens, clust would stream the answer internally. It was recorded as JSON.
      const body = run.kind === 'json' ? { ...first.body, max_tokens: 4096 } : first.body;
      const outcome = await drive(client, body, { tools: toolsOf(run), maxTurns: run.turns.length });

      const sent: readonly MessagesRequestBody[] = sentTo(server);
      expect(sent.map(comparableBody)).toEqual(run.turns.map(({ body }) => comparableBody(body)));
      // No field of a block is lost, including signatures and nulls. The recorded program was less strict.
      for (const [index, { messages }] of sent.slice(1).entries())
        expect(messages.at(-2)?.content).toEqual(messageOf(run.turns[index] as RecordedTurn).content);
      const last = messageOf(run.turns.at(-1) as RecordedTurn);
      expect(outcome.status).toBe(last.stop_reason === 'tool_use' ? 'max_turns' : 'done');
      expect(outcome.turns).toBe(run.turns.length);
      expect(outcome.messages.at(-1)?.content).toEqual(last.content);
    },
  );
});
