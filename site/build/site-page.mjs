import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { root } from './places.mjs';

const repository = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))
  .repository?.url?.replace(/^git\+/, '')
  .replace(/\.git$/, '');

/**
 * Converts a page of the repository to a page of the site. Twoslash compiles its TypeScript snippets. A `continued` snippet is
 * compiled together with the snippets before it. A `refused` snippet gets the numbers of its errors, and the compiler output
 * below it is removed, because Twoslash shows the errors in the snippet.
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

/** The error numbers in the compiler output below a snippet. */
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

/** Gives headings the same anchors as on GitHub, because the documents link to those. */
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

/**
 * Rewrites links. Links to files outside docs/ lead to the repository. If package.json names no repository, only their text
 * remains.
 */
function withLinks(path, prose) {
  return prose
    .replace(/\]\((?!https?:|#)([^)#]*)(#[^)]*)?\)/g, (_link, target, anchor = '') => {
      const from = posix.normalize(posix.join('docs', posix.dirname(path), target));
      if (/^docs\/[\w-]+\.md$/.test(from)) return `](${from.replace(/^docs\//, './')}${anchor})`;
      const file = /^(CHANGELOG|CONTRIBUTING|SECURITY)\.md$/.exec(from);
      if (file) return `](./${file[1].toLowerCase()}-file.md${anchor})`;
      if (!existsSync(root + from)) throw new Error(`${path} links to ${target}, which does not exist`);
      return repository === undefined ? ']{}' : `](${repository}/blob/main/${from}${anchor})`;
    })
    .replace(/\[([^\]]*)\]\{\}/g, '$1');
}
