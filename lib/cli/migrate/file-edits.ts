import type { Node } from 'ts-morph';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The page that the comments of the command refer to, in the installed package. */
const GUIDE = 'node_modules/clust/docs/migrating.md';

/** The edits of one file: small replacements, so that the layout and the comments between them stay. */
export class FileEdits {
  readonly #edits: Edit[] = [];
  readonly #names = new Map<string, boolean>();
  readonly #notes = new Map<number, Set<string>>();
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get isEmpty(): boolean {
    return this.#edits.length === 0 && this.#notes.size === 0;
  }

  replace(start: number, end: number, text: string): void {
    this.#edits.push({ start, end, text });
  }

  replaceNode(node: Node, text: string): void {
    this.replace(node.getStart(), node.getEnd(), text);
  }

  /** Imports a name of clust and returns it. The import is type-only unless some code needs the value. */
  use(name: string, { asType = false } = {}): string {
    this.#names.set(name, asType && this.#names.get(name) !== false);
    return name;
  }

  /** Adds a comment above the statement of a node. The same comment is added only once. */
  note(node: Node, anchor: string, text: string): void {
    const statement = node.getFirstAncestor(
      (each) =>
        each
          .getParent()
          ?.getKindName()
          .match(/^(SourceFile|Block)$/) !== null,
    );
    const line = (statement ?? node).getStart();
    const notes = this.#notes.get(line) ?? new Set();
    this.#notes.set(line, notes.add(`TODO(clust migrate): ${text}: ${GUIDE}#${anchor}`));
  }

  /** The added comments with their lines, counted from 1. */
  get notes(): readonly { readonly line: number; readonly text: string }[] {
    return [...this.#notes].flatMap(([start, texts]) => {
      const line = this.#text.slice(0, start).split('\n').length;
      return [...texts].map((text) => ({ line, text }));
    });
  }

  /** Whether a position is inside a replacement. */
  covers(position: number): boolean {
    return this.#edits.some(({ start, end }) => start <= position && position < end);
  }

  importOfClust(): string | undefined {
    if (this.#names.size === 0) return undefined;
    const names = [...this.#names].toSorted(([a], [b]) =>
      a.toLowerCase().localeCompare(b.toLowerCase(), 'en'),
    );
    if (names.every(([, asType]) => asType))
      return `import type { ${names.map(([name]) => name).join(', ')} } from 'clust';`;
    return `import { ${names.map(([name, asType]) => (asType ? `type ${name}` : name)).join(', ')} } from 'clust';`;
  }

  apply(): string {
    const notes = [...this.#notes].map(([start, texts]): Edit => {
      const indent = spaceBefore(this.#text, start);
      return { start, end: start, text: [...texts].map((text) => `// ${text}\n${indent}`).join('') };
    });
    const ordered = [...notes, ...this.#edits].toSorted((a, b) => a.start - b.start || a.end - b.end);
    let [text, at] = ['', 0];
    for (const edit of ordered) {
      // An edit inside a larger replacement was made as part of it.
      if (edit.start < at) continue;
      text += this.#text.slice(at, edit.start) + edit.text;
      at = edit.end;
    }
    return text + this.#text.slice(at);
  }
}

/** The spaces and tabs just before a position. */
function spaceBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && ' \t'.includes(text.charAt(start - 1))) start -= 1;
  return text.slice(start, end);
}
