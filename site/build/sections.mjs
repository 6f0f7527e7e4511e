import { readFileSync } from 'node:fs';
import { root } from './places.mjs';

/** The sections of the sidebar, with their pages of docs/. */
export const sections = [
  {
    text: 'Start',
    pages: [
      'getting-started',
      'recipes',
      'faq',
      'first-mistakes',
      'migrating',
      'comparison',
      'from-the-crate',
    ],
  },
  { text: 'Requests', pages: ['rules', 'models', 'typing', 'presets', 'caching', 'conversations'] },
  { text: 'Answers', pages: ['streaming', 'errors', 'cost', 'fallbacks', 'browser'] },
  { text: 'Tools', pages: ['tools', 'functions-to-tools', 'xml'] },
  { text: 'Many calls', pages: ['batches', 'files', 'scaling'] },
  {
    text: 'In production',
    pages: ['security', 'observability', 'platforms', 'runtimes', 'testing', 'benchmarks'],
  },
  { text: 'More', pages: ['cli', 'documentation-snippets', 'architecture'] },
];

/** The heading of a page of docs/. */
export function titleOf(page) {
  const [, title] = /^# (.*)$/m.exec(readFileSync(`${root}docs/${page}.md`, 'utf8')) ?? [];
  if (title === undefined) throw new Error(`docs/${page}.md has no heading`);
  return title.replaceAll('`', '');
}
