import { dollar, plus, type Tally, type TokenPart, tokenParts, unknownParts, zeroTally } from './parts.js';
import type { Price } from './price-of.js';

/** How many tokens of each kind; `undefined` if unknown. */
export type Tokens = Readonly<Record<TokenPart, number | undefined>>;

const names: Readonly<Record<TokenPart, string>> = {
  input: 'input',
  output: 'output',
  cacheWrite5m: 'writing to the cache for 5 minutes',
  cacheWrite1h: 'writing to the cache for 1 hour',
  cacheRead: 'reading from the cache',
};

/** The cost of these tokens. */
export function priceTokens(tokens: Tokens, price: Price, model: string | undefined): Tally {
  if (!price.ok) return unknownParts(tokenParts, price.reason);
  let tally = zeroTally;
  for (const part of tokenParts) {
    const count = tokens[part];
    const perMillion = price.prices[part];
    if (count === 0) continue;
    if (count === undefined)
      tally = plus(tally, unknownParts([part], `the usage has no token count for ${names[part]}`));
    else if (perMillion === null)
      tally = plus(tally, unknownParts([part], `no price is published for ${names[part]} with ${model}`));
    else tally = plus(tally, amountOf(part, count, perMillion * price.multiplier));
  }
  return tally;
}

function amountOf(part: TokenPart, count: number, perMillion: number): Tally {
  const amount = Math.round(count * perMillion * (dollar / 1e6));
  return { amounts: { ...zeroTally.amounts, [part]: amount }, reasons: [] };
}
