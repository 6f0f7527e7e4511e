import { readFileSync } from 'node:fs';
import { root } from './places.mjs';
import { sections } from './sections.mjs';

/** The list of pages for language models, in the format of https://llmstxt.org. The links lead to Markdown files. */
export function llmsText(titleOf) {
  const { description } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  const list = ({ text, pages }) =>
    `## ${text}\n\n${pages.map((page) => `- [${titleOf(page)}](/${page}.md): ${firstSentence(page)}`).join('\n')}`;
  return `${['# clust', `> ${description}`, 'All pages in one file: [llms-full.txt](/llms-full.txt).', ...sections.map(list)].join('\n\n')}\n`;
}

function firstSentence(page) {
  const markdown = readFileSync(`${root}docs/${page}.md`, 'utf8');
  const paragraph = markdown.split(/\n{2,}/).find((each) => /^[\w`[]/.test(each)) ?? '';
  const text = paragraph.replace(/\s+/g, ' ').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
  return /^.*?[.:](?= |$)/.exec(text)?.[0].replace(/:$/, '.') ?? text;
}
