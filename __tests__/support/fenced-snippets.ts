/** A fenced ```ts block of a document, as its own module. */
export interface FencedSnippet {
  /** `README.md:12`: the file and the number of its first line of code. */
  readonly place: string;
  readonly code: string;
  /** A whole program: its fence says ```ts run. */
  readonly runs: boolean;
  /** The expected compiler error, if its fence says ```ts refused: the text of the ```text block below it. */
  readonly refusal: string | undefined;
}

interface Block {
  /** The line of its fence. */
  readonly line: number;
  readonly language: string;
  readonly info: string;
  readonly text: string;
}

/**
 * The TypeScript snippets of a Markdown text. A snippet is complete, with its imports. If the fence says
 * ```ts continued, the code of the previous snippet comes first.
 */
export function fencedSnippets(path: string, markdown: string, firstLine = 1): FencedSnippet[] {
  const found: FencedSnippet[] = [];
  const blocks = blocksOf(path, markdown, firstLine);
  for (const [index, { line, language, info, text }] of blocks.entries()) {
    if (language !== 'ts') continue;
    if (!['', 'run', 'continued', 'refused'].includes(info)) {
      throw new Error(`${path}:${line}: unknown fence "ts ${info}"`);
    }
    const before = info === 'continued' ? (found.at(-1)?.code ?? '') : '';
    const below = blocks[index + 1];
    if (info === 'refused' && below?.language !== 'text') {
      throw new Error(`${path}:${line}: the block with the compiler error is missing below`);
    }
    found.push({
      place: `${path}:${line + 1}`,
      code: before + text,
      runs: info === 'run',
      refusal: info === 'refused' ? below?.text : undefined,
    });
  }
  return found;
}

const fence = /^( *)(```+)(\S*) ?(.*)$/;

function blocksOf(path: string, markdown: string, firstLine: number): Block[] {
  const lines = markdown.split('\n');
  const found: Block[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const [, indent = '', ticks, language = '', info = ''] = fence.exec(lines[index] ?? '') ?? [];
    if (ticks === undefined) continue;
    const line = firstLine + index;
    const start = index + 1;
    const length = lines.slice(start).findIndex((each) => each.trim() === ticks);
    if (length < 0) throw new Error(`${path}:${line}: this fence is never closed`);
    index = start + length;
    const own = lines.slice(start, index).map((each) => `${each.slice(indent.length)}\n`);
    found.push({ line, language, info, text: own.join('') });
  }
  return found;
}

/** The TypeScript snippets in the doc comments of a source file. */
export function commentSnippets(path: string, source: string): FencedSnippet[] {
  return [...source.matchAll(/\/\*\*[\s\S]*?\*\//g)].flatMap(({ 0: comment, index }) => {
    const text = comment.replace(/^\s*\/?\*+\/? ?/gm, '');
    return fencedSnippets(path, text, source.slice(0, index).split('\n').length);
  });
}
