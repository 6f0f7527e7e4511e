import type { DefinedModel } from '../models/defined-model.js';

/**
 * The limit of a run's cost: US dollars at list prices, or tokens of all prompts and all answers.
 *
 * The run ends with the status `budget` before a call that may exceed it. For this estimate the next prompt is the last
 * prompt plus its answer and the results of its calls, at four bytes per token, and the next answer is as long as the
 * longest so far. A longer answer can exceed the budget by the difference, which `max_tokens` limits. The first call is
 * always made.
 */
export type RunBudget =
  | {
      readonly usd: number;
      /** A model with prices from `defineModel({price})`. Default: the model that the request was built for. */
      readonly model?: DefinedModel | undefined;
      readonly tokens?: undefined;
    }
  | { readonly tokens: number; readonly usd?: undefined };
