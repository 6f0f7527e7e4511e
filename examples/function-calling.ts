/**
 * The stock price of a company, with a tool that the model calls through its text: no native tool use.
 *
 *     npx tsx examples/function-calling.ts
 */
import { Client, MessagesRequestBuilder, ToolList, tool } from 'clust';
import { FunctionResults, runFunctionCalls } from 'clust/xml';

const prices: Readonly<Record<string, number>> = { GM: 38.5, F: 12.25 };

// The same tool serves native tool use: `client.runTools()`.
const stockPrice = tool({
  name: 'get_current_stock_price',
  description: 'Gets the current stock price of a company in US dollars.',
  input: {
    type: 'object',
    properties: { symbol: { type: 'string', description: 'The stock symbol of the company.' } },
    required: ['symbol'],
  },
  run({ symbol }) {
    const price = prices[symbol];
    // What a tool throws goes to the model, which can then ask for another.
    if (price === undefined) throw new Error(`There is no stock of the symbol ${symbol}.`);
    return price;
  },
});
const tools = ToolList.of(stockPrice);

const client = Client.fromEnv();
const request = MessagesRequestBuilder.create('claude-haiku-4-5')
  .maxTokens(1024)
  .system('You are an excellent assistant for investors.')
  .user('What is the current stock price of General Motors?')
  .build();

// Whole: each answer is read once it is there.
const whole = await runFunctionCalls(client, request, tools);
console.log(`${whole.message.text} (${whole.turns} turns)`);

// Streamed: the model is watched while it writes.
await runFunctionCalls(client, request, tools, {
  stream: true,
  onPart(part) {
    if (part.type === 'prose') process.stdout.write(part.text);
    else console.log(`[calls ${part.call.tool_name} with ${JSON.stringify(part.call.parameters)}]`);
  },
  onResults: (results) => console.log(FunctionResults.serialize(results)),
});
console.log();
