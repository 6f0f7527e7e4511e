import type { Rule } from './rule.js';

/**
 * `max_tokens: 0` fills the prompt cache and generates nothing, so settings that shape an answer are not allowed.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/prompt-caching
 * @fix Ask for one token or more, or leave out the stream, the thinking budget, the format and the forced tool.
 */
export const maxTokensZero: Rule = {
  id: 'max-tokens-zero',
  check({ body, format, isForced }, refuse) {
    if (body.max_tokens !== 0) return;
    if (body.stream === true) refuse('stream', sentence('stream(true)'));
    if (body.thinking?.type === 'enabled') refuse('thinking', sentence('a thinking budget'));
    if (format) refuse('output_config.format', sentence('an output format'));
    if (isForced) refuse('tool_choice', sentence('a forced tool'));
    if (body.compaction) refuse('compaction', sentence('compaction'));
  },
};

const sentence = <What extends string>(what: What) =>
  `max_tokens 0 only fills the cache: it does not go with ${what}` as const;

/** Refuses settings of an answer together with `max_tokens: 0`. */
export type MaxTokensZero<N, Stream, Thinking, Output, Choice> = N extends 0
  ?
      | (Stream extends true ? RefusedWithZero<'stream(true)'> : never)
      | (Thinking extends 'enabled' ? RefusedWithZero<'a thinking budget'> : never)
      | ([Output] extends [never] ? never : RefusedWithZero<'an output format'>)
      | (Choice extends 'any' | 'tool' ? RefusedWithZero<'a forced tool'> : never)
  : never;

type RefusedWithZero<What extends string> = ReturnType<typeof sentence<What>>;
