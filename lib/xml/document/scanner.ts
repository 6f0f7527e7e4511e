import { illegalCharacter, nameOfCharacter } from '../text/characters.js';
import { malformed, overLimit, truncated } from '../text/failures.js';
import { limits } from '../text/limits.js';
import { type Position, positionAfter } from '../text/position.js';
import type { Content } from './content.js';
import type { ElementReader } from './element-reader.js';
import { readerFor } from './element-readers.js';
import { type Token, Tokenizer } from './tokenizer.js';
import type { Tree } from './tree.js';

export interface ScannerOptions {
  /** The name of the root element; `content` is what it may contain. */
  readonly root: string;
  readonly content: Content;
  /** Where the document starts in the surrounding text. */
  readonly at: Position;
  /** Called with each complete child of the root. The children are then not part of the result. */
  readonly onChild?: ((child: Tree) => void) | undefined;
}

/**
 * Checks a document before it is used: one root, balanced tags, only what the dialect allows at each place, legal
 * characters, limits. The result is a tree.
 */
export class Scanner {
  readonly #options: ScannerOptions;
  readonly #tokenizer: Tokenizer;
  readonly #open: ElementReader[] = [];
  #tree: Tree | undefined;
  #elements = 0;
  #length = 0;

  constructor(options: ScannerOptions) {
    this.#options = options;
    this.#tokenizer = new Tokenizer(options.at);
  }

  /** Adds a piece. Returns the text after the root, once the root is closed. */
  write(piece: string): string | undefined {
    this.#length += piece.length;
    if (this.#length > limits.length) throw overLimit(this.at, `at most ${limits.length} characters`);
    for (const token of this.#tokenizer.write(piece)) {
      this.#take(token);
      if (this.#tree !== undefined) return this.#tokenizer.takeRest();
    }
    return undefined;
  }

  /** Where the next token starts. */
  get at(): Position {
    return this.#tokenizer.at;
  }

  /** Closes the root, if that is all that is missing. */
  closeRoot(): void {
    if (this.#open.length === 1 && !this.#tokenizer.end().isInTag) this.write(`</${this.#options.root}>`);
  }

  /** Called after the last piece. Returns the tree. */
  end(): Tree {
    if (this.#tree !== undefined) return this.#tree;
    const { text, at } = this.#tokenizer.end();
    // The last text may not be allowed here. Its characters are not checked, since the cut may have split a surrogate
    // pair.
    this.#text({ type: 'text', value: text, source: text, at: this.at });
    throw truncated(at, this.#open.at(-1)?.expected ?? `<${this.#options.root}>`);
  }

  #take(token: Token): void {
    refuseIllegalCharacters(token);
    switch (token.type) {
      case 'open':
        this.#enter(token);
        break;
      case 'close':
        this.#leave(token, token.source);
        break;
      case 'empty':
        this.#enter(token);
        this.#leave(token, '');
        break;
      case 'text':
      case 'cdata':
        this.#text(token);
        break;
    }
  }

  #enter(token: Token): void {
    this.#elements += 1;
    if (this.#elements > limits.elements) throw overLimit(token.at, `at most ${limits.elements} elements`);
    if (this.#open.length === limits.depth) throw overLimit(token.at, `at most ${limits.depth} levels`);
    this.#open.push(this.#open.at(-1)?.open(token) ?? this.#enterRoot(token));
  }

  #enterRoot(token: Token): ElementReader {
    const { root, content } = this.#options;
    if (token.value !== root) throw malformed(token.at, `<${root}>`, token.source);
    return readerFor(root, content);
  }

  #leave(token: Token, source: string): void {
    const reader = this.#open.pop();
    if (reader?.name !== token.value) {
      throw malformed(token.at, reader?.expected ?? `<${this.#options.root}>`, token.source);
    }
    const tree = reader.close(token, source);
    const parent = this.#open.at(-1);
    const { onChild } = this.#options;
    if (parent === undefined) this.#tree = tree;
    else if (tree === undefined) return;
    else if (onChild !== undefined && this.#open.length === 1) onChild(tree);
    else parent.add(tree);
  }

  #text(token: Token): void {
    const reader = this.#open.at(-1);
    if (reader !== undefined) reader.text(token);
    else if (/\S/.test(token.source)) throw malformed(token.at, `<${this.#options.root}>`, token.source);
  }
}

function refuseIllegalCharacters({ source, at }: Token): void {
  const offset = illegalCharacter(source);
  if (offset === -1) return;
  const found = nameOfCharacter(source, offset);
  throw malformed(positionAfter(at, source.slice(0, offset)), 'a character that XML allows', found);
}
