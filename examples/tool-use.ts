// Two calls of one tool, run at once: `node scripts/run.mjs examples/tool-use.ts`.
import { Client, MessagesRequestBuilder, ToolBuilder } from 'clust';
import { z } from 'zod';

const degrees: Readonly<Record<string, number>> = { Paris: 15, Rome: 24 };

const weather = ToolBuilder.create('get_weather')
  .description('The weather in a city, now.')
  .input(z.object({ city: z.string().describe('Its name in English.') }))
  .handler(({ city }) => {
    const celsius = degrees[city];
    // What a handler throws goes to the model, which can then do something else.
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
