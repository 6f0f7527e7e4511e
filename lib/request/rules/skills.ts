import type { Rule } from './rule.js';

/**
 * Skills run in the container of the code execution tool, so they need it.
 *
 * @source https://platform.claude.com/docs/en/build-with-claude/skills-guide
 * @fix Add the tool: `tools({ type: 'code_execution_20260521', name: 'code_execution' })`.
 */
export const skills: Rule = {
  id: 'skills',
  check({ body, isContinued }, refuse) {
    const { container, tools } = body;
    const hasSkills = typeof container === 'object' && container?.skills?.length;
    if (hasSkills && !isContinued && !tools?.some(({ type }) => type?.startsWith('code_execution'))) {
      refuse('container.skills', sentence);
    }
  },
};

const sentence = 'skills need the code execution tool: add it with tools()';

/** Refuses, when the request is built, skills without any tool. */
export type Skills = typeof sentence;
