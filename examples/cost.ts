// What requests cost: before they are sent, after the answer, and for a run with a budget:
// `node scripts/run.mjs examples/cost.ts`.
import { Client, cost, estimate, formatCost, MessagesRequestBuilder, sumCosts, tool } from 'clust';

const client = Client.fromEnv();
const preset = MessagesRequestBuilder.create('claude-haiku-4-5').maxTokens(1024);

// 1. Before: at most as much as this, if the model writes all that it may.
const request = preset.user('Where is the capital of France?').build();
console.log(`at most ${formatCost(estimate(request, { inputTokens: 14 }))}`);

// 2. After: exactly this, part by part. What cannot be known is undefined, and `reason` says why.
const message = await client.createMessage(request);
const paid = cost(message);
console.log(`${formatCost(paid)}, of ${paid.currency}: input ${paid.input}, output ${paid.output}`);

// 3. The same answer from a batch costs half; several add up.
console.log(`twice, once in a batch: ${formatCost(sumCosts([paid, cost(message, { batch: true })]))}`);

// 4. A run that stops before the call that would pass its budget.
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
