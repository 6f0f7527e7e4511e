import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { root } from './places.mjs';

const repository = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))
  .repository?.url?.replace(/^git\+/, '')
  .replace(/\.git$/, '');

/**
 * A page of the repository as a page of the site. Its TypeScript goes through Twoslash: with the snippet before it where it
 * goes on from one, with the numbers of the errors that it shows. What a terminal prints below a refused snippet is
 * left out, for the snippet itself shows it.
 */
export function sitePage(path, markdown) {
  let before = '';
  let dropsNext = false;
  const text = markdown.replace(
    /^( *)(```+)(\w*) ?(.*)\n([\s\S]*?)^\1\2$\n?/gm,
    (fence, indent, ticks, language, info, body) => {
      if (dropsNext && language === 'text') {
        dropsNext = false;
        return '';
      }
      if (language !== 'ts') return fence;
      const code = body.replace(new RegExp(`^${indent}`, 'gm'), '');
      const head = info === 'continued' ? `${before}// ---cut---\n` : '';
      before = (info === 'continued' ? before : '') + code;
      dropsNext = info === 'refused';
      const errors = info === 'refused' ? `// @errors: ${errorsBelow(markdown, fence).join(' ')}\n` : '';
      const lines = `${errors}${head}${code}`.replace(/^(?=.)/gm, indent);
      return `${indent}${ticks}ts twoslash\n${lines}${indent}${ticks}\n`;
    },
  );
  return outsideFences(text, (prose) => withAnchors(withLinks(path, prose)));
}

/** The numbers of the errors that the block below a snippet shows. */
function errorsBelow(markdown, fence) {
  const rest = markdown.slice(markdown.indexOf(fence) + fence.length);
  const [, printed = ''] = /^ *```+text\n([\s\S]*?)^ *```/m.exec(rest) ?? [];
  return [...new Set([...printed.matchAll(/error TS(\d+)/g)].map(([, number]) => number))];
}

function outsideFences(text, change) {
  return text
    .split(/(^ *```+[\s\S]*?^ *```+$)/gm)
    .map((part, at) => (at % 2 === 0 ? change(part) : part))
    .join('');
}

/** The anchors of headings are those of GitHub, by which the documents link to each other. */
function withAnchors(prose) {
  return prose.replace(/^(#{2,}) (.*)$/gm, (heading, marks, title) => {
    if (!/[^\w\- ]/.test(title)) return heading;
    const anchor = title
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-');
    return `${marks} ${title} {#${anchor}}`;
  });
}

/** Links out of docs/ lead to the repository; where nobody has said where that is, they become their text. */
function withLinks(path, prose) {
  return prose
    .replace(/\]\((?!https?:|#)([^)#]*)(#[^)]*)?\)/g, (_link, target, anchor = '') => {
      const from = posix.normalize(posix.join('docs', posix.dirname(path), target));
      if (/^docs\/[\w-]+\.md$/.test(from)) return `](${from.replace(/^docs\//, './')}${anchor})`;
      const file = /^(CHANGELOG|CONTRIBUTING|SECURITY)\.md$/.exec(from);
      if (file) return `](./${file[1].toLowerCase()}-file.md${anchor})`;
      if (!existsSync(root + from)) throw new Error(`${path} links to ${target}, which is not there`);
      return repository === undefined ? ']{}' : `](${repository}/blob/main/${from}${anchor})`;
    })
    .replace(/\[([^\]]*)\]\{\}/g, '$1');
}
