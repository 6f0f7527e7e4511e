import type { AnswerPart } from '../answer/answer-part.js';

/** Only the application writes this. Where nothing stops a model behind its call, it makes up what comes back. */
const resultsTag = '<function_results>';

/** What stands before results that a model made up; nothing when it made up none. */
export function beforeResults(parts: readonly AnswerPart[]): readonly AnswerPart[] | undefined {
  const kept: AnswerPart[] = [];
  // The tag may come in pieces: each is looked at together with the end of the prose before it.
  let prose = '';
  for (const part of parts) {
    const before = prose.length;
    prose = part.type === 'prose' ? prose + part.text : '';
    const found = prose.indexOf(resultsTag);
    if (found !== -1) return [...kept, ...proseUntil(part, found - before)];
    kept.push(part);
    prose = prose.slice(-resultsTag.length + 1);
  }
  return undefined;
}

function proseUntil(part: AnswerPart, end: number): readonly AnswerPart[] {
  return part.type === 'prose' && end > 0 ? [{ type: 'prose', text: part.text.slice(0, end) }] : [];
}
