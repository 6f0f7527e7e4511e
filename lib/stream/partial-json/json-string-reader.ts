const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SPACE = 0x20;

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\\"', '"'],
  ['\\\\', '\\'],
  ['\\/', '/'],
  ['\\b', '\b'],
  ['\\f', '\f'],
  ['\\n', '\n'],
  ['\\r', '\r'],
  ['\\t', '\t'],
]);

/** Reads one JSON string, from behind its opening quote, in pieces that may end anywhere: in an escape, too. */
export class JsonStringReader {
  /** What has been read. It never ends in half a surrogate pair: that half waits for the other. */
  text = '';
  state: 'open' | 'closed' | 'broken' = 'open';
  /** An escape sequence that is not whole yet, from its backslash on. */
  #escape = '';
  /** A high surrogate that waits for its other half. */
  #half = '';

  /** Reads on in `piece` from `start`, and returns where it stopped: behind the closing quote, or at the end. */
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
    // `charCodeAt` behind the end is NaN, which is not above any code: it ends the loop as a control character does.
    while (code >= SPACE && code !== QUOTE && code !== BACKSLASH) code = piece.charCodeAt(++at);
    if (at > start) this.#append(piece.slice(start, at));
    if (at === piece.length) return at;
    if (code === BACKSLASH) this.#escape = '\\';
    else if (code === QUOTE) this.#close();
    else this.state = 'broken'; // a bare control character, which JSON forbids
    return at + 1;
  }

  #readEscape(piece: string, at: number): number {
    this.#escape += piece.charAt(at);
    const sequence = this.#escape;
    const character = sequence.startsWith('\\u') ? codeUnit(sequence) : ESCAPES.get(sequence);
    if (character === undefined) this.state = 'broken';
    else if (character !== '') {
      this.#escape = '';
      this.#append(character);
    }
    return at + 1;
  }

  /** The text grows as a rope of the engine, which costs nothing per piece, and is only laid flat when it is read. */
  #append(piece: string): void {
    const joined = this.#half + piece;
    const last = joined.charCodeAt(joined.length - 1);
    const waits = last >= 0xd800 && last <= 0xdbff;
    this.#half = waits ? joined.slice(-1) : '';
    this.text += waits ? joined.slice(0, -1) : joined;
  }

  #close(): void {
    // A half that never found its other: JSON allows it, so it stays.
    this.text += this.#half;
    this.state = 'closed';
  }
}

/** `\u00e9` as its character; nothing yet (`''`) for `\u00`; `undefined` when it cannot become one. */
function codeUnit(sequence: string): string | undefined {
  const digits = sequence.slice(2);
  if (!/^[0-9a-fA-F]{0,4}$/.test(digits)) return undefined;
  return digits.length < 4 ? '' : String.fromCharCode(Number.parseInt(digits, 16));
}
