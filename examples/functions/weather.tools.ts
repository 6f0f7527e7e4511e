// Generated from documented functions. Edit those, then run:
// npx clust tools examples/functions/weather.ts
import { tool, ToolList } from 'clust';
import * as functions from './weather.js';

/** Gets the weather in a place, now. */
export const getWeatherTool = tool({
  name: 'get_weather',
  description: 'Gets the weather in a place, now.',
  input: {
    type: 'object',
    properties: {
      location: {
        type: 'string',
        description: 'The city and state, for instance San Francisco, CA.',
      },
    },
    required: ['location'],
  },
  run: (input) => functions.getWeather(input.location),
});

/** Gets the current stock price of a company, in US dollars. */
export const getCurrentStockPriceTool = tool({
  name: 'get_current_stock_price',
  description: 'Gets the current stock price of a company, in US dollars.',
  input: {
    type: 'object',
    properties: {
      symbol: {
        type: 'string',
        pattern: '^[A-Z]+$',
        description: 'The stock symbol of the company.',
      },
    },
    required: ['symbol'],
  },
  run: (input) => functions.getCurrentStockPrice(input.symbol),
});

/** The 2 tools of this module. */
export const tools = ToolList.of(getWeatherTool, getCurrentStockPriceTool);
