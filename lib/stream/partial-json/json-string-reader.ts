import { parseJson } from '../../base/parse-json.js';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SPACE = 0x20;

/** Reads one JSON string, after its opening quote, in pieces that may end anywhere, even inside an escape. */
export class JsonStringReader {
  /** The text so far. It never ends in half of a surrogate pair: the half waits for the other. */
  text = '';
  state: 'open' | 'closed' | 'broken' = 'open';
  /** An incomplete escape, starting with its backslash. */
  #escape = '';
  /** A high surrogate that waits for its low surrogate. */
  #highSurrogate = '';

  /** Reads `piece` from `start`, and returns where it stopped: after the closing quote, or at the end. */
  read(piece: string, start: number): number {
    let at = start;
    while (at < piece.length && this.state === 'open') {
      at = this.#escape === '' ? this.#readPlain(piece, at) : this.#readEscape(piece, at);
    }
    return at;
  }

  #readPlain(piece: string, start: number): number {
    let at = start;
    let code = piece.charCodeAt(at);
    // After the last character the code is NaN, which ends the loop as a control character does.
    while (code >= SPACE && code !== QUOTE && code !== BACKSLASH) code = piece.charCodeAt(++at);
    if (at > start) this.#append(piece.slice(start, at));
    if (at === piece.length) return at;
    if (code === BACKSLASH) this.#escape = '\\';
    else if (code === QUOTE) this.#close();
    else this.state = 'broken';
    return at + 1;
  }

  #readEscape(piece: string, at: number): number {
    this.#escape += piece.charAt(at);
    const length = this.#escape.startsWith('\\u') ? 6 : 2;
    if (this.#escape.length === length) {
      const character = parseJson(`"${this.#escape}"`);
      this.#escape = '';
      if (typeof character === 'string') this.#append(character);
      else this.state = 'broken';
    }
    return at + 1;
  }

  /** The engine stores the text as a rope: appending copies nothing until the text is read. */
  #append(piece: string): void {
    const joined = this.#highSurrogate + piece;
    const end = /[\ud800-\udbff]$/.test(joined) ? joined.length - 1 : joined.length;
    this.#highSurrogate = joined.slice(end);
    this.text += joined.slice(0, end);
  }

  #close(): void {
    // A high surrogate without a low one: JSON allows it, so it is kept.
    this.text += this.#highSurrogate;
    this.state = 'closed';
  }
}
