import { parseJson } from '../../base/parse-json.js';
import { JsonFrame, type JsonMembers } from './json-frame.js';
import { JsonStringReader } from './json-string-reader.js';

/** Deeper than any tool input. Without a limit, each step of `[[[[…` would cost as much as all the text so far. */
const MAX_DEPTH = 128;

/** One letter for every number, `true`, `false` and `null`. */
const SCALAR = 's';
/** The characters that can start a value. */
const VALUE = `{["${SCALAR}`;

/**
 * Parses JSON that arrives in pieces, and has its value so far at any time. The cost is linear in the length of the
 * text.
 *
 * - An incomplete string is part of the value; everything else appears once it is complete. So `{"city": "Par` is
 *   `{city: 'Par'}`, and `{"count": 12` is `{}`, since it may become 120.
 * - Text that is not valid JSON leaves the value as it was before the error. Nothing is thrown: the complete text is
 *   parsed once, with `JSON.parse`.
 * - A returned value does not change, except its arrays and objects of more than 64 members.
 */
export class PartialJson {
  /** Whether the text so far cannot be the beginning of valid JSON. */
  broken = false;
  /** Contains the root value as its only member. */
  readonly #rootHolder: unknown[] = [];
  readonly #outermost = new JsonFrame(this.#rootHolder);
  #frame = this.#outermost;
  /** The characters that may come next, beside white space. */
  #expected = VALUE;
  #string: JsonStringReader | undefined;
  /** The number or word so far. Only the next character shows that it is complete. */
  #scalar = '';
  #isViewed = false;

  /** The value so far; `undefined` before there is one. */
  get value(): unknown {
    this.#isViewed = true;
    return this.#rootHolder[0];
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
