import type { DefinedModel } from '../models/defined-model.js';

/**
 * What a run may cost: US dollars by the list prices, or tokens, those of every prompt and of every answer.
 *
 * The run ends with status `budget` before a call that would pass it: the next prompt is reckoned as the last one with its
 * answer and the results of its calls, at four bytes a token, and the next answer as long as the longest so far. An answer
 * that is longer than all before it can pass the budget by the difference: `max_tokens` bounds that. The first call is
 * always made.
 */
export type RunBudget =
  | {
      readonly usd: number;
      /** The model with its prices, where `defineModel({price})` gave them. Without it, that of the request. */
      readonly model?: DefinedModel | undefined;
      readonly tokens?: undefined;
    }
  | { readonly tokens: number; readonly usd?: undefined };
