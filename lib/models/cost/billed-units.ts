import type { MessageBody } from '../../wire/message-body.js';
import type { Usage, UsageIteration } from '../../wire/usage.js';

/** The fields of an answer that decide its cost. `usage` alone is enough if it names the model. */
export type PricedMessage = Pick<MessageBody, 'usage'> &
  Partial<Pick<MessageBody, 'model' | 'content' | 'stop_reason' | 'stop_details'>>;

/** A part of an answer that is billed separately: the whole answer, or one of its `iterations`. */
export interface BilledUnit {
  /** `undefined` for the model of the message, if that is unknown; `null` for another model whose name is unknown. */
  readonly model: string | null | undefined;
  readonly tokens: Usage | UsageIteration;
  /** Whether the speed of the usage applies to this part. It applies to the requested model only. */
  readonly hasSpeed: boolean;
  /** Whether the part is billed; `undefined` if that depends on an unknown category. */
  readonly isBilled: boolean | undefined;
}

/**
 * The categories of a refusal before any output. With the free ones, or without a category, nothing is billed; with the
 * billed ones, the input is.
 */
const freeCategories: readonly unknown[] = ['cyber', 'general_harms', null];
const billedCategories: readonly unknown[] = ['bio', 'frontier_llm', 'reasoning_extraction'];

/**
 * The billed parts of an answer. The top level of `usage` does not include all of them: compactions, advisors,
 * refusals.
 */
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

/** Why an earlier model declined; `undefined` if the answer does not say. */
function categoryOf(block: { readonly trigger?: unknown } | undefined): unknown {
  const trigger = block?.trigger;
  if (typeof trigger !== 'object' || trigger === null) return undefined;
  return Reflect.get(trigger, 'category');
}
