import { JsonStringReader } from './json-string-reader.js';

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const SCALAR_CHARACTER = /[-+.\w]/;
const WHITE_SPACE = /[ \t\n\r]/;
const MARKS = '{}[]:,';

/** What a scanner finds. */
export interface JsonTokens {
  /** One of `{ } [ ] : ,`. */
  mark(mark: string): void;
  /** A string: as far as it has come, at the end of a piece; and whole, at its end. */
  string(text: string, whole: boolean): void;
  /** A number, boolean or null; always whole. */
  scalar(value: number | boolean | null): void;
  /** Something that is no JSON. */
  broken(): void;
}

/** Cuts JSON that arrives in pieces into tokens. A token may go over any number of pieces. */
export class JsonScanner {
  readonly #tokens: JsonTokens;
  #string: JsonStringReader | undefined;
  /** A number or a word, as far as it has come: only what follows tells that it is whole. */
  #scalar = '';

  constructor(tokens: JsonTokens) {
    this.#tokens = tokens;
  }

  push(piece: string): void {
    for (let at = 0; at < piece.length; ) {
      at = this.#string === undefined ? this.#read(piece, at) : this.#readString(this.#string, piece, at);
    }
    if (this.#string !== undefined) this.#tokens.string(this.#string.text, false);
  }

  #read(piece: string, at: number): number {
    const character = piece.charAt(at);
    if (SCALAR_CHARACTER.test(character)) {
      this.#scalar += character;
      return at + 1;
    }
    if (this.#scalar !== '') this.#endScalar();
    if (character === '"') this.#string = new JsonStringReader();
    else if (MARKS.includes(character)) this.#tokens.mark(character);
    else if (!WHITE_SPACE.test(character)) this.#tokens.broken();
    return at + 1;
  }

  #readString(string: JsonStringReader, piece: string, start: number): number {
    const end = string.read(piece, start);
    if (string.state === 'open') return end;
    this.#string = undefined;
    this.#tokens.string(string.text, string.state === 'closed');
    if (string.state === 'broken') this.#tokens.broken();
    return end;
  }

  #endScalar(): void {
    const text = this.#scalar;
    this.#scalar = '';
    if (NUMBER.test(text)) this.#tokens.scalar(Number(text));
    else if (text === 'null') this.#tokens.scalar(null);
    else if (text === 'true' || text === 'false') this.#tokens.scalar(text === 'true');
    else this.#tokens.broken();
  }
}
