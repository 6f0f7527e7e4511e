import type { Rule } from './rule.js';

/**
 * Thinking with a budget and a forced tool exclude each other.
 *
 * Adaptive thinking does not: where the model can be forced at all, it then answers without thinking.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/extended-thinking
 * @fix Use tool choice `auto`, or thinking `disabled`.
 */
export const thinkingWithForcedTool: Rule = {
  id: 'thinking-with-forced-tool',
  check({ body, isForced }, refuse) {
    if (body.thinking?.type === 'enabled' && isForced) refuse('tool_choice.type', sentence);
  },
};

const sentence = 'with thinking enabled a tool cannot be forced: use tool choice auto';

/** Refuses a thinking budget with a type of tool choice that forces a tool. */
export type ThinkingWithForcedTool<Thinking, Choice> = Thinking extends 'enabled'
  ? Choice extends 'any' | 'tool'
    ? typeof sentence
    : never
  : never;
