import { JsonFrame } from './json-frame.js';
import { JsonScanner } from './json-scanner.js';

/** Deeper than any tool input. Without a limit `[[[[…` would make each view cost as much as all the text so far. */
const MAX_DEPTH = 128;

/** What may come next. `broken` is for good: what came is no JSON. */
type Expected =
  | 'value'
  | 'value-or-end'
  | 'name'
  | 'name-or-end'
  | 'colon'
  | 'comma-or-end'
  | 'nothing'
  | 'broken';

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
  readonly #scanner = new JsonScanner({
    mark: (mark) => this.#onMark(mark),
    string: (text, whole) => this.#onString(text, whole),
    scalar: (value) => this.#onScalar(value),
    broken: () => this.#expect('broken'),
  });
  /** Stands around the text: its one member is the root. */
  readonly #outermost = new JsonFrame([]);
  #frame = this.#outermost;
  #expected: Expected = 'value';
  #viewed = false;

  /** What the text says so far; `undefined` before it says anything. */
  get value(): unknown {
    this.#viewed = true;
    return Reflect.get(this.#outermost.container, 0);
  }

  /** Whether what came is no JSON, not even the beginning of some. */
  get broken(): boolean {
    return this.#expected === 'broken';
  }

  push(piece: string): void {
    if (this.broken) return;
    if (this.#viewed) this.#frame.detach();
    this.#viewed = false;
    this.#scanner.push(piece);
  }

  #expect(expected: Expected): void {
    if (!this.broken) this.#expected = expected;
  }

  get #takesValue(): boolean {
    return this.#expected === 'value' || this.#expected === 'value-or-end';
  }

  #onMark(mark: string): void {
    if (mark === '{' || mark === '[') this.#open(mark === '[');
    else if (mark === '}' || mark === ']') this.#close(mark === ']');
    else if (mark === ':') this.#expect(this.#expected === 'colon' ? 'value' : 'broken');
    else if (this.#expected !== 'comma-or-end') this.#expect('broken');
    else this.#expect(this.#frame.isArray ? 'value' : 'name');
  }

  #onString(text: string, whole: boolean): void {
    if (this.#takesValue) {
      this.#frame.set(text);
      if (whole) this.#endMember();
    } else if (this.#expected !== 'name' && this.#expected !== 'name-or-end') {
      this.#expect('broken');
    } else if (whole) {
      this.#frame.key = text;
      this.#expect('colon');
    }
  }

  #onScalar(value: number | boolean | null): void {
    if (this.#takesValue) {
      this.#frame.set(value);
      this.#endMember();
    } else {
      this.#expect('broken');
    }
  }

  #open(isArray: boolean): void {
    if (this.#takesValue && this.#frame.depth < MAX_DEPTH) {
      const container = isArray ? [] : {};
      this.#frame.set(container);
      this.#frame = new JsonFrame(container, this.#frame);
      this.#expect(isArray ? 'value-or-end' : 'name-or-end');
    } else {
      this.#expect('broken');
    }
  }

  #close(isArray: boolean): void {
    const { parent } = this.#frame;
    if (this.#expected.endsWith('-or-end') && parent !== undefined && this.#frame.isArray === isArray) {
      this.#frame = parent;
      this.#endMember();
    } else {
      this.#expect('broken');
    }
  }

  #endMember(): void {
    this.#frame.size += 1;
    if (this.#frame.isArray) this.#frame.key = this.#frame.size;
    this.#expect(this.#frame === this.#outermost ? 'nothing' : 'comma-or-end');
  }
}
