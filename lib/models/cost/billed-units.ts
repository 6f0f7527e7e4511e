import type { MessageBody } from '../../wire/message-body.js';
import type { Usage, UsageIteration } from '../../wire/usage.js';

/** What of an answer says what it costs. `usage` alone will do, where it says which model it is of. */
export type PricedMessage = Pick<MessageBody, 'usage'> &
  Partial<Pick<MessageBody, 'model' | 'content' | 'stop_reason' | 'stop_details'>>;

/** A step of an answer that is billed by itself: the whole of it, or one of its `iterations`. */
export interface BilledUnit {
  /** `undefined` where it is that of the message, which is not known; `null` where it is another that nothing names. */
  readonly model: string | null | undefined;
  readonly tokens: Usage | UsageIteration;
  /** Whether the speed of the usage is that of this step: the model that was asked is fast, and no other. */
  readonly hasSpeed: boolean;
  /** Whether the step is billed; `undefined` where that hangs on a category which is not known. */
  readonly isBilled: boolean | undefined;
}

/** Categories of a refusal before any output: of these two, and of none, nothing is billed; of the others, the input. */
const freeCategories: readonly unknown[] = ['cyber', 'general_harms', null];
const billedCategories: readonly unknown[] = ['bio', 'frontier_llm', 'reasoning_extraction'];

/** The steps of an answer. Of their tokens the top level of `usage` leaves some out: compactions, advisors, refusals. */
export function billedUnits(message: PricedMessage): readonly BilledUnit[] {
  const { usage, model: served, stop_reason: reason, stop_details: details } = message;
  const refusedWith = reason === 'refusal' ? (details ? (details.category ?? null) : undefined) : noRefusal;
  const iterations = usage.iterations ?? [];
  if (iterations.length === 0) {
    const isBilled = isBilledAfter(refusedWith, usage);
    return [{ model: served, tokens: usage, hasSpeed: true, isBilled }];
  }
  const hops = (message.content ?? []).filter((block) => block.type === 'fallback');
  const asked = iterations.find(({ type }) => type === 'message')?.model ?? hops[0]?.from.model ?? served;
  const modelOf = ({ type, model }: UsageIteration) =>
    model ?? (type === 'fallback_message' ? served : type === 'advisor_message' ? null : asked);
  const answers = iterations.filter(({ type }) => type === 'message' || type === 'fallback_message');
  let hop = 0;
  const refusals = new Map<UsageIteration, unknown>();
  for (const [index, answer] of answers.entries()) {
    const next = answers[index + 1];
    if (next === undefined) refusals.set(answer, refusedWith);
    else if (next.type === 'fallback_message' && modelOf(next) !== modelOf(answer))
      refusals.set(answer, categoryOf(hops[hop++]));
  }
  return iterations.map((tokens) => ({
    model: modelOf(tokens),
    tokens,
    hasSpeed: tokens.type === 'message',
    isBilled: isBilledAfter(refusals.has(tokens) ? refusals.get(tokens) : noRefusal, tokens),
  }));
}

const noRefusal = Symbol('no refusal');

function isBilledAfter(category: unknown, { output_tokens: written }: Usage | UsageIteration) {
  if (category === noRefusal || written > 0 || billedCategories.includes(category)) return true;
  return freeCategories.includes(category) ? false : undefined;
}

/** Why an earlier model declined; `undefined` when nobody says. */
function categoryOf(block: { readonly trigger?: unknown } | undefined): unknown {
  const trigger = block?.trigger;
  if (typeof trigger !== 'object' || trigger === null) return undefined;
  return Reflect.get(trigger, 'category');
}
