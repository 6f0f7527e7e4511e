import type { Rule } from './rule.js';

/**
 * A thinking budget and a forced tool exclude each other.
 *
 * With adaptive thinking a forced tool is allowed, if the model allows one at all: it then answers without thinking.
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

/** Refuses a thinking budget with a tool choice that forces a tool. */
export type ThinkingWithForcedTool<Thinking, Choice> = Thinking extends 'enabled'
  ? Choice extends 'any' | 'tool'
    ? typeof sentence
    : never
  : never;
