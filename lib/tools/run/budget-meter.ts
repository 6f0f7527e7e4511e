import { ValidationError } from '../../errors/validation-error.js';
import type { cost } from '../../models/cost/cost.js';
import type { DefinedModel } from '../../models/defined-model.js';
import type { MessageBody } from '../../wire/message-body.js';
import type { MessagesRequestBody } from '../../wire/messages-request-body.js';
import type { Usage } from '../../wire/usage.js';
import type { RunBudget } from '../budget.js';

/** Adds up the cost of a run, and reports whether the next call may exceed its budget. */
export interface BudgetMeter {
  spend(message: MessageBody): void;
  /**
   * Whether the next call may exceed the budget, with these results added to the conversation.
   *
   * @throws {ValidationError} If an answer so far has no known price. The run does not ask after its last answer.
   */
  mayExceedWith(results: readonly unknown[]): boolean;
}

/**
 * Creates the meter of a run. The prices are loaded only for a budget in dollars. `written` is the own model in a
 * request that was written as an object.
 *
 * @throws {ValidationError} If the budget is not a valid amount, or the price of the model is unknown.
 */
export async function budgetMeter(
  budget: RunBudget | undefined,
  request: MessagesRequestBody,
  written?: DefinedModel,
): Promise<BudgetMeter> {
  if (budget === undefined) return unlimited;
  const limit = budget.usd ?? budget.tokens;
  if (!(Number(limit) > 0))
    throw refusal('budget', `must be {usd} or {tokens}, a number above 0, not ${limit}`);
  if (budget.usd === undefined) return meter(budget.tokens, ({ usage }) => tokensOf(usage));
  const { cost } = await import('../../models/cost/cost.js');
  const { model = written } = budget;
  const price = dollars(cost, model, request);
  // An unknown price is reported before anything is spent.
  price({
    model: model?.id ?? request.model,
    content: [],
    usage: { input_tokens: 0, output_tokens: 0 },
  });
  return meter(budget.usd, price);
}

const unlimited: BudgetMeter = { spend: () => undefined, mayExceedWith: () => false };

type Spent = Pick<MessageBody, 'model' | 'content' | 'usage'>;

function meter(limit: number, amountOf: (message: Spent) => number): BudgetMeter {
  let spent = 0;
  let longest = 0;
  const unpriced: Spent[] = [];
  let last: Spent | undefined;
  return {
    spend(message) {
      unpriced.push(message);
      longest = Math.max(longest, message.usage.output_tokens);
      last = message;
    },
    mayExceedWith(results) {
      if (last === undefined) return false;
      for (const message of unpriced.splice(0)) spent += amountOf(message);
      const added = results.length === 0 ? 0 : Math.ceil(JSON.stringify(results).length / 4);
      return spent + amountOf({ ...last, content: [], usage: nextUsage(last.usage, added, longest) }) > limit;
    },
  };
}

/**
 * The estimated usage of the next call: the prompt grows by the answer and the results, and its cached part is read.
 */
function nextUsage(usage: Usage, added: number, longest: number): Usage {
  const answer = usage.iterations?.findLast(
    ({ type }) => /message$/.test(type) && type !== 'advisor_message',
  );
  const last = answer ?? usage;
  const { service_tier, inference_geo, speed } = usage;
  return {
    input_tokens: last.input_tokens + last.output_tokens + added,
    cache_read_input_tokens: (last.cache_read_input_tokens ?? 0) + (last.cache_creation_input_tokens ?? 0),
    output_tokens: longest,
    service_tier,
    inference_geo,
    speed,
  };
}

function dollars(price: typeof cost, model: DefinedModel | undefined, request: MessagesRequestBody) {
  return (message: Spent): number => {
    const { total, reason } = price(message, { model, request });
    if (total === undefined) throw refusal('budget.usd', `cannot be kept: ${reason}`);
    return total;
  };
}

/** All tokens of a call. The top level of `usage` does not include all of its steps. */
function tokensOf(usage: Usage): number {
  const steps = usage.iterations?.length ? usage.iterations : [usage];
  return steps.reduce(
    (sum, step) =>
      sum +
      step.input_tokens +
      (step.cache_creation_input_tokens ?? 0) +
      (step.cache_read_input_tokens ?? 0) +
      step.output_tokens,
    0,
  );
}

function refusal(path: string, message: string): ValidationError {
  return new ValidationError([{ path, rule: 'budget', message }]);
}
