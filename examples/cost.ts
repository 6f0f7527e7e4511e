// The cost of requests: an estimate before the request, the cost of an answer, and a run with a budget:
// `node scripts/run.mjs examples/cost.ts`.
import { Client, cost, estimate, formatCost, MessagesRequestBuilder, sumCosts, tool } from 'clust';

const client = Client.fromEnv();
const preset = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(1024);

// 1. Before the request: the upper bound, which assumes that the answer reaches max_tokens.
const request = preset.user('Where is the capital of France?').build();
console.log(`at most ${formatCost(estimate(request, { inputTokens: 14 }))}`);

// 2. After the answer: the exact cost, by part. An unknown amount is `undefined`, and `reason` says why.
const message = await client.createMessage(request);
const paid = cost(message);
console.log(`${formatCost(paid)} (${paid.currency}): input ${paid.input}, output ${paid.output}`);

// 3. In a batch, the same answer costs half. `sumCosts()` adds costs up.
console.log(
  `once directly, once in a batch: ${formatCost(sumCosts([paid, cost(message, { batch: true })]))}`,
);

// 4. A run with a budget stops before a call that would exceed it.
const weather = tool({
  name: 'get_weather',
  description: 'Gets the weather in a place.',
  input: { type: 'object', properties: { location: { type: 'string' } }, required: ['location'] },
  run: ({ location }) => `It is 15 degrees in ${location}.`,
});
const question = preset.tools(weather).user('What is the weather like in San Francisco?').build();
const run = await client.runTools(question, { budget: { usd: 0.05 } });
console.log(
  `${run.status} after ${run.turns} turns, ${formatCost(cost(run.usage, { model: question.model }))}`,
);
