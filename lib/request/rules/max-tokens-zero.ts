import type { Rule } from './rule.js';

/**
 * `max_tokens: 0` fills the prompt cache and generates nothing, so nothing that shapes an answer goes with it.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/prompt-caching
 * @fix Ask for a token or more, or leave out the stream, the thinking budget, the format and the forced tool.
 */
export const maxTokensZero: Rule = {
  id: 'max-tokens-zero',
  check({ body }, refuse) {
    if (body.max_tokens !== 0) return;
    const choice = body.tool_choice?.type;
    if (body.stream === true) refuse('stream', sentence('stream(true)'));
    if (body.thinking?.type === 'enabled') refuse('thinking', sentence('a thinking budget'));
    if (body.output_config?.format) refuse('output_config.format', sentence('an output format'));
    if (choice === 'any' || choice === 'tool') refuse('tool_choice', sentence('a forced tool'));
  },
};

const sentence = <What extends string>(what: What) =>
  `max_tokens 0 only fills the cache: it does not go with ${what}` as const;

/** Refuses a state that generates nothing and says how to generate it. */
export type MaxTokensZero<State> = State extends { readonly maxTokens: 0 }
  ?
      | (State extends { readonly stream: true } ? Refused<'stream(true)'> : never)
      | (State extends { readonly thinking: { readonly type: 'enabled' } }
          ? Refused<'a thinking budget'>
          : never)
      | (State extends { readonly output: unknown } ? Refused<'an output format'> : never)
      | (State extends { readonly toolChoice: { readonly type: 'any' | 'tool' } }
          ? Refused<'a forced tool'>
          : never)
  : never;

type Refused<What extends string> = ReturnType<typeof sentence<What>>;
