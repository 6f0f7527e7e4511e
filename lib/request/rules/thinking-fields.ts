import type { Rule } from './rule.js';

/**
 * Thinking of type `disabled` or `between_tools` accepts no other field. A budget is only for `enabled`, and
 * `block_binding` only for `adaptive`.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/thinking#controlling-thinking-display
 * @source https://platform.claude.com/docs/en/api/messages
 * @fix Leave the field out.
 */
export const thinkingFields: Rule = {
  id: 'thinking-fields',
  check({ body: { thinking } }, refuse) {
    if (!thinking) return;
    const { type } = thinking;
    for (const [field, value] of Object.entries(thinking)) {
      const isExcess =
        type === 'adaptive'
          ? field === 'budget_tokens'
          : type === 'enabled'
            ? field === 'block_binding'
            : (type === 'disabled' || type === 'between_tools') && field !== 'type';
      if (isExcess && value !== null) refuse(`thinking.${field}`, sentence(type, field));
    }
  },
};

const sentence = <Type extends string, Key extends string>(type: Type, field: Key) =>
  `thinking ${type} takes no ${field}: leave it out` as const;

/** Refuses a literal field that the thinking type excludes. */
export type ThinkingFields<Thinking> = Thinking extends ExcessThinking
  ? ReturnType<typeof sentence<Thinking['type'], keyof Thinking & ExcessField<Thinking['type']>>>
  : never;

/** The fields that a type of thinking excludes. */
export type ExcessField<Type> = Type extends 'adaptive'
  ? 'budget_tokens'
  : Type extends 'enabled'
    ? 'block_binding'
    : FieldBesideType;

type FieldBesideType = 'display' | 'block_binding' | 'budget_tokens';

/** Thinking with a field that its type excludes. */
export type ExcessThinking =
  | { readonly type: 'adaptive' | 'disabled' | 'between_tools'; readonly budget_tokens: unknown }
  | { readonly type: 'disabled' | 'between_tools'; readonly display: unknown }
  | { readonly type: 'disabled' | 'between_tools' | 'enabled'; readonly block_binding: unknown };
