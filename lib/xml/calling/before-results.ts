import type { AnswerPart } from '../answer/answer-part.js';

/** Only the application writes this. Where nothing stops a model behind its call, it makes up what comes back. */
const resultsTag = /<function_results\s*>/;

/** What stands before results that a model made up; nothing when it made up none. The prose is in one piece. */
export function beforeResults(parts: readonly AnswerPart[]): readonly AnswerPart[] | undefined {
  const index = parts.findIndex((part) => part.type === 'prose' && resultsTag.test(part.text));
  const part = parts[index];
  if (part?.type !== 'prose') return undefined;
  const text = part.text.slice(0, part.text.search(resultsTag));
  return [...parts.slice(0, index), ...(text === '' ? [] : [{ type: 'prose', text } as const])];
}
