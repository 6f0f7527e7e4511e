import { malformed } from '../text/failures.js';
import { behind } from '../text/position.js';
import { resolveReferences } from '../text/references.js';
import type { Frame } from './frame.js';
import type { Token } from './tokenizer.js';

/** A text: what it says, or, when there are elements in it, how it is written. */
export class TextFrame implements Frame {
  readonly name: string;
  readonly #mayHoldMarkup: boolean;
  readonly #onText: (text: string) => void;
  /** What the text says, and how it is written: which of both is the value is known at its end. */
  readonly #said: string[] = [];
  readonly #written: string[] = [];
  #holdsMarkup = false;

  constructor(name: string, mayHoldMarkup: boolean, onText: (text: string) => void) {
    this.name = name;
    this.#mayHoldMarkup = mayHoldMarkup;
    this.#onText = onText;
  }

  get expected(): string {
    return `</${this.name}>`;
  }

  open(token: Token): Frame {
    if (!this.#mayHoldMarkup) throw malformed(token.at, this.expected, token.source);
    this.#holdsMarkup = true;
    this.#written.push(token.source);
    return new MarkupFrame(token.value, this.#written);
  }

  text({ type, value, source, at }: Token): void {
    this.#written.push(source);
    if (type === 'cdata') this.#said.push(value);
    else this.#said.push(resolveReferences(value, refuseReference));

    function refuseReference(reference: string, offset: number): never {
      throw malformed(
        behind(at, source.slice(0, offset)),
        'a reference to a character that XML can hold',
        reference,
      );
    }
  }

  close(): void {
    this.#onText((this.#holdsMarkup ? this.#written : this.#said).join(''));
  }
}

/** An element inside a text: kept as it is written. */
class MarkupFrame implements Frame {
  readonly name: string;
  readonly #written: string[];

  constructor(name: string, written: string[]) {
    this.name = name;
    this.#written = written;
  }

  get expected(): string {
    return `</${this.name}>`;
  }

  open(token: Token): Frame {
    this.#written.push(token.source);
    return new MarkupFrame(token.value, this.#written);
  }

  text(token: Token): void {
    this.#written.push(token.source);
  }

  close(_token: Token, source: string): void {
    this.#written.push(source);
  }
}
