import { malformed, overLimit } from '../text/failures.js';
import { limits } from '../text/limits.js';
import { namePattern } from '../text/names.js';
import { behind, type Position } from '../text/position.js';

export interface Token {
  readonly type: 'open' | 'close' | 'empty' | 'text' | 'cdata';
  /** The name of a tag, or the text. */
  readonly value: string;
  /** As it is written in the document. */
  readonly source: string;
  readonly at: Position;
}

const tag = new RegExp(`^<(/?)(${namePattern})\\s*(/?)>`);
const beginningOfTag = new RegExp(`^<(?:/?(?:${namePattern}\\s*/?)?)?$`);
const openCdata = '<![CDATA[';
const closeCdata = ']]>';

/**
 * Cuts a document that comes in pieces into tags and texts, in time proportional to its length, however it is cut.
 *
 * No comment, processing instruction, document type or attribute passes: no part of this dialect has one.
 */
export class Tokenizer {
  #state: 'text' | 'tag' | 'cdata' = 'text';
  /** What is not yet part of a token. */
  #rest = '';
  /** The pieces of a text whose end has not come. Joined once: a rope searched at every piece costs O(n²). */
  #pieces: string[] = [];
  /** Where the next token begins. */
  #at: Position;

  constructor(at: Position) {
    this.#at = at;
  }

  /** Takes the next piece, and yields the tokens that it completes. */
  *write(piece: string): Generator<Token, void> {
    this.#rest += piece;
    for (let token = this.#next(); token !== undefined; token = this.#next()) yield token;
  }

  /** Takes back what stands behind the last token, when the document ended before its text did. */
  takeRest(): string {
    const rest = this.#rest;
    this.#rest = '';
    return rest;
  }

  /** Where the next token begins. */
  get at(): Position {
    return this.#at;
  }

  /** Says that no piece will come: the last text, and the place where it ends. */
  end(): { readonly isInTag: boolean; readonly text: string; readonly at: Position } {
    const text = this.#pieces.join('');
    const source = `${this.#state === 'cdata' ? openCdata : ''}${text}${this.#rest}`;
    return { isInTag: this.#state !== 'text', text, at: behind(this.#at, source) };
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
      this.#checkBeginningOfTag();
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

  /** Refuses what will be no tag, whatever comes. */
  #checkBeginningOfTag(): void {
    const rest = this.#rest;
    if (openCdata.startsWith(rest)) return;
    const isBeginning = beginningOfTag.test(rest.slice(0, limits.tag));
    if (isBeginning && rest.length < limits.tag) return;
    if (isBeginning) throw overLimit(this.#at, `a tag of at most ${limits.tag} characters`);
    throw malformed(this.#at, 'a tag without attributes, or &lt; for the sign itself', rest);
  }

  /** What stands before `delimiter`; the delimiter stays. Nothing when it has not come. */
  #takeUntil(delimiter: string): string | undefined {
    const end = this.#rest.indexOf(delimiter);
    // The last characters may be the beginning of the delimiter.
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
    this.#at = behind(at, source);
    return { type, value, source, at };
  }
}
