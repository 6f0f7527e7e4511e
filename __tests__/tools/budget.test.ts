import { describe, expect, test } from '@jest/globals';
import {
  defineModel,
  isValidationError,
  type MessagesRequestBody,
  MessagesRequestBuilder,
  runOf,
  tool,
} from '../../lib/index.js';
import { answers, calls, clientFor, rejection, type Said, says } from './support.js';

const echo = tool({ name: 'echo', input: { type: 'object' }, run: () => 'ok' });
const request = MessagesRequestBuilder.create('claude-sonnet-5-5')
  .maxTokens(1024)
  .tools(echo)
  .user('Go')
  .build();

/** An answer of 1,000 input tokens and 100 output tokens, which costs $0.003. */
const turn = using({ input_tokens: 1000, output_tokens: 100 });

function using(usage: object, said: Said = calls({ echo: {} })): Said {
  return { ...said, usage };
}

describe.each([false, true])('a run budget with {stream: %s}', (stream) => {
  test('in tokens ends the run before the request that would exceed it, and run.request continues the run', async () => {
    const server = await answers(stream, turn, turn, turn);
    // After one turn, 1,100 tokens are spent and the next request takes at least 1,200. After two, 2,200 are spent.
    const run = await clientFor(server).runTools(request, { stream, budget: { tokens: 2500 } });
    expect(run).toMatchObject({
      status: 'budget',
      turns: 2,
      usage: { input_tokens: 2000, output_tokens: 200 },
    });
    expect(server.received).toHaveLength(2);

    // The tool call of the last answer was not made. The next run makes it first.
    const more = await answers(stream, says('Done.'));
    const next = await clientFor(more).runTools(run.request, { stream, budget: { tokens: 2500 } });
    expect(next.status).toBe('done');
    expect(JSON.parse(more.received[0]?.body ?? '').messages.at(-1)).toMatchObject({
      role: 'user',
      content: [{ type: 'tool_result', content: 'ok' }],
    });
  });

  test('in dollars is computed from the price table', async () => {
    const server = await answers(stream, turn);
    const run = await clientFor(server).runTools(request, { stream, budget: { usd: 0.0092 } });
    // Each turn costs $0.003. The next request takes 1,100 input tokens and 100 output tokens: $0.0032.
    expect(run).toMatchObject({ status: 'budget', turns: 2 });
  });
});

describe('a run budget', () => {
  test('leaves a run done when its last answer exceeds the budget', async () => {
    const server = await answers(
      false,
      turn,
      using({ input_tokens: 1100, output_tokens: 900 }, says('Done.')),
    );
    expect(await clientFor(server).runTools(request, { budget: { tokens: 2400 } })).toMatchObject({
      status: 'done',
      turns: 2,
    });
  });

  test('counts the tokens that the tool results will add to the prompt', async () => {
    const long = tool({ name: 'echo', input: { type: 'object' }, run: () => 'x'.repeat(8000) });
    const server = await answers(false, turn);
    const run = await clientFor(server).runTools(request, { tools: [long], budget: { tokens: 4000 } });
    expect(run).toMatchObject({ status: 'budget', turns: 1 });
    // The tool calls were made, and the next run does not repeat them.
    expect(run.messages.at(-1)).toMatchObject({ role: 'user', content: [{ type: 'tool_result' }] });
  });

  test('counts every iteration of an answer, including cached tokens', async () => {
    const iterations = [
      { type: 'message', input_tokens: 100, cache_read_input_tokens: 900, output_tokens: 100 },
      { type: 'compaction', input_tokens: 5000, output_tokens: 500 },
    ];
    const server = await answers(false, using({ input_tokens: 100, output_tokens: 100, iterations }));
    expect(await clientFor(server).runTools(request, { budget: { tokens: 7700 } })).toMatchObject({
      turns: 1,
    });
    expect(
      await clientFor(server).runTools(request, { budget: { tokens: 7900 }, maxTurns: 2 }),
    ).toMatchObject({
      status: 'max_turns',
    });
  });

  test('in dollars uses the prices of a model made with defineModel()', async () => {
    const price = { input: 1, output: 1, cacheWrite5m: null, cacheWrite1h: null, cacheRead: null };
    const own = defineModel({ id: 'own', maxOutputTokens: 5000, price });
    const ownRequest = MessagesRequestBuilder.create(own).maxTokens(1024).tools(echo).user('Go').build();
    const server = await answers(false, turn);
    const run = await clientFor(server).runTools(ownRequest, { budget: { usd: 0.0025, model: own } });
    expect(run).toMatchObject({ status: 'budget', turns: 2 });
    const again = await clientFor(server).runTools(run.request, { budget: { usd: 0.0025 } });
    expect(again).toMatchObject({ status: 'budget' });
    const stored: MessagesRequestBody = JSON.parse(JSON.stringify(run.request));
    const continued = await clientFor(server).runTools(
      { ...stored, model: own },
      { tools: [echo], budget: { usd: 0.0025 } },
    );
    expect(continued).toMatchObject({ status: 'budget' });
  });

  test('in dollars is refused before the first request when the price of the model is unknown', async () => {
    const own = defineModel({ id: 'own', maxOutputTokens: 5000 });
    const ownRequest = MessagesRequestBuilder.create(own).maxTokens(1024).tools(echo).user('Go').build();
    const server = await answers(false, turn);
    const error = await rejection(clientFor(server).runTools(ownRequest, { budget: { usd: 1 } }));
    expect(isValidationError(error) && error.message).toMatch(
      /^budget\.usd: cannot be kept: no price of own is known/,
    );
    expect(server.received).toHaveLength(0);
  });

  test('in dollars rejects the run when the price of an answer is unknown, unless it is the last answer', async () => {
    const server = await answers(
      false,
      using({ input_tokens: 1, output_tokens: 1, service_tier: 'priority' }),
    );
    const error = await rejection(clientFor(server).runTools(request, { budget: { usd: 1 } }));
    expect(String(error)).toMatch(/cannot be kept: tokens of Priority Tier/);
    expect(runOf(error)?.turns).toBe(1);
    const last = await answers(
      false,
      using({ input_tokens: 1, output_tokens: 1, service_tier: 'priority' }, says('Done.')),
    );
    expect((await clientFor(last).runTools(request, { budget: { usd: 1 } })).status).toBe('done');
  });

  test.each([{ usd: 0 }, { usd: Number.NaN }, { tokens: -1 }, {}])(
    'of %j is refused before the first request',
    async (budget) => {
      const server = await answers(false, turn);
      // A JavaScript caller may pass an object without an amount.
      const error = await rejection(
        clientFor(server).runTools(request, { budget: budget as { usd: number } }),
      );
      expect(String(error)).toMatch(/budget: must be/);
      expect(server.received).toHaveLength(0);
    },
  );
});
