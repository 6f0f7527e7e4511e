import type { ThinkingType } from '../../models/model-spec.js';
import type { ModelsWith } from '../../models/rule-of.js';
import type { EveryModel } from '../every-model.js';
import type { Rule } from './rule.js';

/**
 * A conversation that ends with an assistant turn is a prefill: the model continues from that text.
 *
 * Claude 4.6 and later models do not support it. Older ones accept it without thinking and without an output format,
 * and it must not end in white space. A turn that ends in a server tool's call or result is not a prefill: the model
 * resumes it.
 *
 * @source https://platform.claude.com/docs/en/api/errors#prefill-not-supported
 * @fix End the conversation with a user turn; ask for the form of the answer there, or with `outputFormat()`.
 */
export const prefill: Rule = {
  id: 'prefill',
  check({ body, format, spec, turns }, refuse) {
    const { messages = [], thinking } = body;
    // A compaction request may end with any turn, and a fallback credit allows one prefill.
    if (messages.at(-1)?.role !== 'assistant' || body.compaction || body.fallback_credit_token) return;
    const block = turns.at(-1)?.blocks.at(-1)?.block;
    if (block && block.type !== 'text') return;
    const path = `messages.${messages.length - 1}`;
    if (spec?.prefill === false) refuse(path, unsupported(spec.id));
    else if (thinking && thinking.type !== 'disabled') refuse(path, thoughtful(thinking.type));
    else if (format) refuse(path, formatted);
    else if (block && /\s$/.test(`${block.text}`)) refuse(path, trailingSpace);
  },
};

const unsupported = <Id extends string>(id: Id) =>
  `${id} takes no prefill: end the conversation with user()` as const;
const thoughtful = <Type extends string>(type: Type) =>
  `with thinking ${type} there is no prefill: end the conversation with user()` as const;
const formatted = 'with an output format there is no prefill: end the conversation with user()';
const trailingSpace = 'a prefill must not end in white space: trim it';

/** Refuses, when the request is built, a prefill that its model or its other settings exclude. */
export type Prefill<M, Turn, Thinking, Output> = Turn extends 'assistant' | 'assistant, ending in white space'
  ? [ByModel<M>] extends [never]
    ? [Thoughtful<Thinking>] extends [never]
      ? [Output] extends [never]
        ? Turn extends 'assistant, ending in white space'
          ? typeof trailingSpace
          : never
        : typeof formatted
      : Thoughtful<Thinking>
    : ByModel<M>
  : never;

type ByModel<M> = EveryModel<M, ReturnType<typeof unsupported<ModelsWith<M, 'prefill', false>>>>;

type Thoughtful<Type> =
  Type extends Exclude<ThinkingType, 'disabled'> ? ReturnType<typeof thoughtful<Type>> : never;
