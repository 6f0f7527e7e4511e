import type { AnswerPart } from './answer-part.js';

/** Merges adjacent pieces of prose. */
export function mergeProse(parts: Iterable<AnswerPart>): AnswerPart[] {
  const merged: AnswerPart[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (part.type === 'prose' && last?.type === 'prose') {
      merged[merged.length - 1] = { type: 'prose', text: last.text + part.text };
    } else merged.push(part);
  }
  return merged;
}
