import { malformed } from '../text/failures.js';
import { positionAfter } from '../text/position.js';
import { resolveReferences } from '../text/references.js';
import type { ElementReader } from './element-reader.js';
import type { Token } from './tokenizer.js';
import type { Tree } from './tree.js';

/** Reads a text: its value or, if it contains elements, its source. */
export class TextReader implements ElementReader {
  readonly name: string;
  readonly #mayHoldMarkup: boolean;
  #value = '';
  #source = '';
  #holdsMarkup = false;

  constructor(name: string, mayHoldMarkup: boolean) {
    this.name = name;
    this.#mayHoldMarkup = mayHoldMarkup;
  }

  get expected(): string {
    return `</${this.name}>`;
  }

  open(token: Token): ElementReader {
    if (!this.#mayHoldMarkup) throw malformed(token.at, this.expected, token.source);
    this.#holdsMarkup = true;
    this.#source += token.source;
    return new MarkupReader(token.value, (source) => {
      this.#source += source;
    });
  }

  text(token: Token): void {
    this.#source += token.source;
    this.#value += token.type === 'cdata' ? token.value : textOf(token);
  }

  add(): void {
    // Elements are part of the text.
  }

  close(): Tree {
    return { name: this.name, children: [], leaf: this.#holdsMarkup ? this.#source : this.#value };
  }
}

/** Reads an element inside a text, which is kept as source text. */
class MarkupReader implements ElementReader {
  readonly name: string;
  readonly #write: (source: string) => void;

  constructor(name: string, write: (source: string) => void) {
    this.name = name;
    this.#write = write;
  }

  get expected(): string {
    return `</${this.name}>`;
  }

  open(token: Token): ElementReader {
    this.#write(token.source);
    return new MarkupReader(token.value, this.#write);
  }

  text(token: Token): void {
    this.#write(token.source);
  }

  add(): void {
    // Nested elements are part of the source.
  }

  close(_token: Token, source: string): undefined {
    this.#write(source);
  }
}

function textOf({ value, at }: Token): string {
  if (!value.includes('&')) return value;
  return resolveReferences(value, (reference, offset) => {
    const place = positionAfter(at, value.slice(0, offset));
    throw malformed(place, 'a reference to a character that XML allows', reference);
  });
}
