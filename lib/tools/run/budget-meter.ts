import { ValidationError } from '../../errors/validation-error.js';
import type { cost } from '../../models/cost/cost.js';
import type { DefinedModel } from '../../models/defined-model.js';
import type { MessageBody } from '../../wire/message-body.js';
import type { MessagesRequestBody } from '../../wire/messages-request-body.js';
import type { Usage } from '../../wire/usage.js';
import type { RunBudget } from '../budget.js';

/** Counts what a run spends, and tells whether another call would pass its budget. */
export interface BudgetMeter {
  spend(message: MessageBody): void;
  /**
   * Whether the next call would pass it, with these added to the conversation.
   *
   * @throws ValidationError when an answer so far has no known price. A run that ends there needs none.
   */
  isPassedWith(results: readonly unknown[]): boolean;
}

/**
 * The meter of a run. The prices are loaded when a budget in dollars asks for them.
 *
 * @throws ValidationError for a budget that is no amount, or that cannot be kept: nobody knows what the model costs.
 */
export async function budgetMeter(
  budget: RunBudget | undefined,
  request: MessagesRequestBody,
): Promise<BudgetMeter> {
  if (budget === undefined) return unlimited;
  const limit = budget.usd ?? budget.tokens;
  if (!(Number(limit) > 0))
    throw refusal('budget', `must be {usd} or {tokens}, a number above 0, not ${limit}`);
  if (budget.usd === undefined) return meter(budget.tokens, ({ usage }) => tokensOf(usage));
  const { cost } = await import('../../models/cost/cost.js');
  const price = dollars(cost, budget.model, request);
  // A price that is not known is said before anything is spent.
  price({
    model: budget.model?.id ?? request.model,
    content: [],
    usage: { input_tokens: 0, output_tokens: 0 },
  });
  return meter(budget.usd, price);
}

const unlimited: BudgetMeter = { spend: () => undefined, isPassedWith: () => false };

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
    isPassedWith(results) {
      if (last === undefined) return false;
      for (const message of unpriced.splice(0)) spent += amountOf(message);
      const added = results.length === 0 ? 0 : Math.ceil(JSON.stringify(results).length / 4);
      return spent + amountOf({ ...last, content: [], usage: nextUsage(last.usage, added, longest) }) > limit;
    },
  };
}

/** What the next call will use at least: the prompt grows by the answer and the results, and its cached part is read. */
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

/** All tokens that a call has used. The top level leaves some of its steps out. */
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
