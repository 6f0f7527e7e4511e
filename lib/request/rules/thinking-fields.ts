import type { Rule } from './rule.js';

/**
 * Thinking that is `disabled` shows nothing, so it takes no `display`; `between_tools` takes no field beside its type.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/thinking#controlling-thinking-display
 * @fix Leave the field out.
 */
export const thinkingFields: Rule = {
  id: 'thinking-fields',
  check({ body: { thinking } }, refuse) {
    const type = thinking?.type;
    for (const [field, value] of Object.entries(thinking ?? {})) {
      const isExcess =
        (type === 'disabled' && field === 'display') || (type === 'between_tools' && field !== 'type');
      if (isExcess && value !== null) refuse(`thinking.${field}`, sentence(type, field));
    }
  },
};

const sentence = <Type extends string, Key extends string>(type: Type, field: Key) =>
  `thinking ${type} takes no ${field}` as const;

/** Refuses a literal field beside a type that takes none of that name. */
export type ThinkingFields<Thinking> = Thinking extends ExcessThinking
  ? ReturnType<typeof sentence<Thinking['type'], keyof Thinking & keyof Excess>>
  : never;

interface Excess {
  readonly display: unknown;
  readonly block_binding: unknown;
  readonly budget_tokens: unknown;
}

/** What has a field that its type excludes. */
export type ExcessThinking =
  | { readonly type: 'disabled' | 'between_tools'; readonly display: unknown }
  | { readonly type: 'between_tools'; readonly block_binding: unknown }
  | { readonly type: 'between_tools'; readonly budget_tokens: unknown };
