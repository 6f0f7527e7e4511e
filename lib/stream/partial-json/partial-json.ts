import { parseJson } from '../../base/parse-json.js';
import { JsonFrame, type JsonMembers } from './json-frame.js';
import { JsonStringReader } from './json-string-reader.js';

/** Deeper than any tool input. Without a limit `[[[[…` would make each view cost as much as all the text so far. */
const MAX_DEPTH = 128;

/** A letter for every number and word: what it is, its own text says. */
const SCALAR = 's';
/** What a value may begin with. */
const VALUE = `{["${SCALAR}`;

/**
 * Reads JSON that arrives in pieces, and shows at any time what it says so far. The cost is that of the text, not
 * of the text times the number of pieces.
 *
 * - A string shows as far as it has come, everything else once it is whole, so that what shows is never wrong:
 *   `{"city": "Par` is `{city: 'Par'}`, and `{"count": 12` is `{}`, for it may become 120.
 * - Text that is no JSON stops the view where it goes wrong. Nothing is thrown: what the whole text is worth,
 *   `JSON.parse` decides, once.
 * - A view that was handed out does not change, save for its arrays and objects of more than 64 members.
 */
export class PartialJson {
  /** Whether what came is no JSON, not even the beginning of some. */
  broken = false;
  /** Stands around the text: its one member is the root. */
  readonly #around: unknown[] = [];
  readonly #outermost = new JsonFrame(this.#around);
  #frame = this.#outermost;
  /** What may come next, white space aside: one of these characters. */
  #expected = VALUE;
  #string: JsonStringReader | undefined;
  /** A number or a word, as far as it has come: only what follows tells that it is whole. */
  #scalar = '';
  #isViewed = false;

  /** What the text says so far; `undefined` before it says anything. */
  get value(): unknown {
    this.#isViewed = true;
    return this.#around[0];
  }

  push(piece: string): void {
    if (this.#isViewed) this.#frame.detach();
    this.#isViewed = false;
    for (let at = 0; at < piece.length && !this.broken; ) {
      at =
        this.#string === undefined
          ? this.#readCharacter(piece, at)
          : this.#readString(this.#string, piece, at);
    }
    if (this.#string !== undefined) this.#show(this.#string.text);
  }

  #readCharacter(piece: string, at: number): number {
    const character = piece.charAt(at);
    if (/[-+.\w]/.test(character)) {
      this.#scalar += character;
    } else {
      if (this.#scalar !== '') this.#endScalar();
      if (/[^ \t\n\r]/.test(character)) this.#readMark(character);
    }
    return at + 1;
  }

  #readMark(mark: string): void {
    if (this.broken || !this.#expected.includes(mark)) this.broken = true;
    else if (mark === '"') this.#string = new JsonStringReader();
    else if (mark === '{') this.#open({}, '"}');
    else if (mark === '[') this.#open([], `${VALUE}]`);
    else if (mark === ':') this.#expected = VALUE;
    else if (mark === ',') this.#expected = this.#frame.isArray ? VALUE : '"';
    else this.#close();
  }

  #readString(string: JsonStringReader, piece: string, start: number): number {
    const end = string.read(piece, start);
    if (string.state === 'open') return end;
    this.#string = undefined;
    this.#show(string.text);
    if (string.state === 'broken') this.broken = true;
    else if (this.#takesValue) this.#endMember();
    else {
      this.#frame.key = string.text;
      this.#expected = ':';
    }
    return end;
  }

  get #takesValue(): boolean {
    return this.#expected.includes(SCALAR);
  }

  #show(text: string): void {
    if (this.#takesValue) this.#frame.set(text);
  }

  #endScalar(): void {
    const value = parseJson(this.#scalar);
    this.#scalar = '';
    this.broken = value === undefined || !this.#takesValue;
    if (this.broken) return;
    this.#frame.set(value);
    this.#endMember();
  }

  #open(members: JsonMembers, expected: string): void {
    this.#frame.set(members);
    this.#frame = new JsonFrame(members, this.#frame);
    this.#expected = expected;
    this.broken = this.#frame.depth > MAX_DEPTH;
  }

  #close(): void {
    this.#frame = this.#frame.parent ?? this.#outermost;
    this.#endMember();
  }

  #endMember(): void {
    this.#frame.size += 1;
    if (this.#frame.isArray) this.#frame.key = this.#frame.size;
    const isRoot = this.#frame === this.#outermost;
    this.#expected = isRoot ? '' : `,${this.#frame.isArray ? ']' : '}'}`;
  }
}
