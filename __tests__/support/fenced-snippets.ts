/** A fenced ```ts block of a document, as a module of its own. */
export interface FencedSnippet {
  /** `README.md:12`, the line of its first line of code. */
  readonly place: string;
  readonly code: string;
  /** A whole program: its fence says ```ts run. */
  readonly runs: boolean;
}

const fence = /^( *)(```+)(\S*) ?(.*)$/;

/**
 * The TypeScript snippets of a Markdown text. A snippet stands alone, with its imports; where the fence says
 * ```ts continued the snippet before it on the page comes first.
 */
export function fencedSnippets(path: string, markdown: string, firstLine = 1): FencedSnippet[] {
  const lines = markdown.split('\n');
  const found: FencedSnippet[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const [, indent = '', ticks, language, info] = fence.exec(lines[index] ?? '') ?? [];
    if (ticks === undefined) continue;
    const place = `${path}:${firstLine + index}`;
    if (language === 'ts' && !['', 'run', 'continued'].includes(info ?? '')) {
      throw new Error(`${place}: what is "ts ${info}"?`);
    }
    const start = index + 1;
    const length = lines.slice(start).findIndex((line) => line.trim() === ticks);
    if (length < 0) throw new Error(`${place}: this fence is never closed`);
    index = start + length;
    if (language !== 'ts') continue;
    const own = lines.slice(start, index).map((line) => line.slice(indent.length));
    const before = info === 'continued' ? (found.at(-1)?.code ?? '') : '';
    found.push({
      place: `${path}:${firstLine + start}`,
      code: before + own.map((line) => `${line}\n`).join(''),
      runs: info === 'run',
    });
  }
  return found;
}

/** The same for the doc comments of a source file, each of which is a Markdown text. */
export function commentSnippets(path: string, source: string): FencedSnippet[] {
  return [...source.matchAll(/\/\*\*[\s\S]*?\*\//g)].flatMap(({ 0: comment, index }) => {
    const text = comment.replace(/^\s*\/?\*+\/? ?/gm, '');
    return fencedSnippets(path, text, source.slice(0, index).split('\n').length);
  });
}
