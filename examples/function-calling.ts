// Function calls in XML: the model calls a tool in the text of its answer, without native tool use:
// `node scripts/run.mjs examples/function-calling.ts`.
import { Client, MessagesRequestBuilder, ToolList, tool } from 'clust';
import { FunctionResults, runFunctionCalls } from 'clust/xml';

const prices: Readonly<Record<string, number>> = { GM: 38.5, F: 12.25 };

// The same tool also works with native tool use: `client.runTools()`.
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
    // The model receives the error, and can try another symbol.
    if (price === undefined) throw new Error(`There is no stock with the symbol ${symbol}.`);
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

// Without streaming: each answer is read when it is complete.
const whole = await runFunctionCalls(client, request, tools);
console.log(`${whole.message.text} (${whole.turns} turns)`);

// With streaming: text and calls are shown while the model writes them.
await runFunctionCalls(client, request, tools, {
  stream: true,
  onPart(part) {
    if (part.type === 'prose') process.stdout.write(part.text);
    else console.log(`[calls ${part.call.tool_name} with ${JSON.stringify(part.call.parameters)}]`);
  },
  onResults: (results) => console.log(FunctionResults.serialize(results)),
});
console.log();
