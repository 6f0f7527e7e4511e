// Plain, documented functions. `npx clust tools examples/functions/weather.ts` generates weather.tools.ts from them.

/**
 * Gets the weather in a place, now.
 *
 * @param location The city and state, for instance San Francisco, CA.
 */
export async function getWeather(location: string): Promise<string> {
  return `15 degrees in ${location}`;
}

const prices: Readonly<Record<string, number>> = { GM: 38.5, F: 12.25 };

/**
 * Gets the current stock price of a company, in US dollars.
 *
 * @param symbol The stock symbol of the company. {@pattern ^[A-Z]+$}
 */
export function getCurrentStockPrice(symbol: string): number {
  const price = prices[symbol];
  // The model receives the error, and can try another symbol.
  if (price === undefined) throw new Error(`There is no stock with the symbol ${symbol}.`);
  return price;
}
