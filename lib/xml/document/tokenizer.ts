import { malformed, overLimit } from '../text/failures.js';
import { limits } from '../text/limits.js';
import { namePattern } from '../text/names.js';
import { type Position, positionAfter } from '../text/position.js';

export interface Token {
  readonly type: 'open' | 'close' | 'empty' | 'text' | 'cdata';
  /** The name of a tag, or the text. */
  readonly value: string;
  /** The source text. */
  readonly source: string;
  readonly at: Position;
}

const tag = new RegExp(`^<(/?)(${namePattern})\\s*(/?)>`);
const partialTag = new RegExp(`^<(?:/?(?:${namePattern}\\s*/?)?)?$`);
const openCdata = '<![CDATA[';
const closeCdata = ']]>';

/**
 * Splits a document that arrives in pieces into tags and texts. The time is linear in its length, however it is split.
 *
 * Comments, processing instructions, document types and attributes are refused: the dialect does not use them.
 */
export class Tokenizer {
  #state: 'text' | 'tag' | 'cdata' = 'text';
  /** Text that is not part of a token yet. */
  #rest = '';
  /** The pieces of an incomplete text. They are joined once: searching a rope for every piece would cost O(n²). */
  #pieces: string[] = [];
  /** Where the next token starts. */
  #at: Position;

  constructor(at: Position) {
    this.#at = at;
  }

  /** Adds a piece, and yields the tokens that it completes. */
  *write(piece: string): Generator<Token, void> {
    this.#rest += piece;
    for (let token = this.#next(); token !== undefined; token = this.#next()) yield token;
  }

  /** Returns and removes the text after the last token, when the document has ended before the text. */
  takeRest(): string {
    const rest = this.#rest;
    this.#rest = '';
    return rest;
  }

  /** Where the next token starts. */
  get at(): Position {
    return this.#at;
  }

  /** Called after the last piece. Returns the last text, and its end. */
  end(): { readonly isInTag: boolean; readonly text: string; readonly at: Position } {
    const text = this.#pieces.join('');
    const source = `${this.#state === 'cdata' ? openCdata : ''}${text}${this.#rest}`;
    return { isInTag: this.#state !== 'text', text, at: positionAfter(this.#at, source) };
  }

  #next(): Token | undefined {
    switch (this.#state) {
      case 'text':
        return this.#nextText();
      case 'tag':
        return this.#nextTag();
      case 'cdata':
        return this.#nextCdata();
    }
  }

  #nextText(): Token | undefined {
    const text = this.#takeUntil('<');
    if (text === undefined) return undefined;
    this.#state = 'tag';
    return text === '' ? this.#nextTag() : this.#token('text', text, text);
  }

  #nextTag(): Token | undefined {
    if (this.#rest.startsWith(openCdata)) {
      this.#rest = this.#rest.slice(openCdata.length);
      this.#state = 'cdata';
      return this.#nextCdata();
    }
    const [source, slash, name = '', emptySlash] = tag.exec(this.#rest.slice(0, limits.tag)) ?? [];
    if (source === undefined) {
      this.#checkPartialTag();
      return undefined;
    }
    if (slash !== '' && emptySlash !== '') throw malformed(this.#at, `</${name}>`, source);
    this.#rest = this.#rest.slice(source.length);
    this.#state = 'text';
    return this.#token(slash !== '' ? 'close' : emptySlash !== '' ? 'empty' : 'open', name, source);
  }

  #nextCdata(): Token | undefined {
    const text = this.#takeUntil(closeCdata);
    if (text === undefined) return undefined;
    this.#rest = this.#rest.slice(closeCdata.length);
    this.#state = 'text';
    return this.#token('cdata', text, `${openCdata}${text}${closeCdata}`);
  }

  /** Refuses text that cannot become a tag, whatever follows. */
  #checkPartialTag(): void {
    const rest = this.#rest;
    if (openCdata.startsWith(rest)) return;
    const isBeginning = partialTag.test(rest.slice(0, limits.tag));
    if (isBeginning && rest.length < limits.tag) return;
    if (isBeginning) throw overLimit(this.#at, `a tag of at most ${limits.tag} characters`);
    throw malformed(this.#at, 'a tag without attributes, or &lt; for the sign itself', rest);
  }

  /** Takes the text before `delimiter`, which stays; `undefined` if it has not arrived. */
  #takeUntil(delimiter: string): string | undefined {
    const end = this.#rest.indexOf(delimiter);
    // The last characters may start the delimiter.
    const cut = end === -1 ? Math.max(0, this.#rest.length - delimiter.length + 1) : end;
    this.#pieces.push(this.#rest.slice(0, cut));
    this.#rest = this.#rest.slice(cut);
    if (end === -1) return undefined;
    const text = this.#pieces.join('');
    this.#pieces = [];
    return text;
  }

  #token(type: Token['type'], value: string, source: string): Token {
    const at = this.#at;
    this.#at = positionAfter(at, source);
    return { type, value, source, at };
  }
}
