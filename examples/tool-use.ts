// Runs two calls of a tool in parallel: `node scripts/run.mjs examples/tool-use.ts`.
import { Client, MessagesRequestBuilder, ToolBuilder } from 'clust';
import { z } from 'zod';

const degrees: Readonly<Record<string, number>> = { Paris: 15, Rome: 24 };

const weather = ToolBuilder.create('get_weather')
  .description('Gets the current weather in a city.')
  .input(z.object({ city: z.string().describe('Its name in English.') }))
  .handler(({ city }) => {
    const celsius = degrees[city];
    // The model receives the error, and can react to it.
    if (celsius === undefined) throw new Error(`There is no weather station in ${city}.`);
    return { city, celsius };
  });

const request = MessagesRequestBuilder.create('claude-sonnet-5-5')
  .maxTokens(1024)
  .tools(weather)
  .user('Where is it warmer, Paris or Rome?')
  .build();

const run = await Client.fromEnv().runTools(request, { maxTurns: 5 });
console.log(run.message.text);
console.log(`${run.status} after ${run.turns} turns, ${run.usage.output_tokens} tokens`);
