import { malformed, oneOf } from '../text/failures.js';
import { behind } from '../text/position.js';
import { resolveReferences } from '../text/references.js';
import { collectParameters } from './call-parameters.js';
import type { Content, ElementsContent } from './content.js';
import type { OutlineWriter } from './outline.js';
import type { Token } from './tokenizer.js';

/** An element that is open: what may stand in it, and what becomes of what does. */
export interface Frame {
  readonly name: string;
  /** What may come next. */
  readonly expected: string;
  /** Takes a tag that opens a child. */
  open(token: Token): Frame;
  text(token: Token): void;
  /** Takes its own closing tag; `source` is empty when one tag opened and closed it. */
  close(token: Token, source: string): void;
}

/** Opens an element of the dialect. */
export function openFrame(name: string, content: Content, outline: OutlineWriter): Frame {
  switch (content.kind) {
    case 'text':
      return new TextFrame(name, content.markup, (text) => outline.leaf(name, text));
    case 'parameters':
      return new ParametersFrame(name, outline);
    case 'elements':
      return new ElementsFrame(name, content, outline);
  }
}

class ElementsFrame implements Frame {
  readonly name: string;
  readonly #content: ElementsContent;
  readonly #outline: OutlineWriter;
  readonly #seen = new Map<string, number>();

  constructor(name: string, content: ElementsContent, outline: OutlineWriter) {
    this.name = name;
    this.#content = content;
    this.#outline = outline;
    outline.open(name);
  }

  get expected(): string {
    const { names, mayEnd } = this.#content.next(this.#seen);
    return oneOf([...names.map((name) => `<${name}>`), ...(mayEnd ? [`</${this.name}>`] : [])]);
  }

  open(token: Token): Frame {
    const content = this.#content.children.get(token.value);
    if (content === undefined || !this.#content.next(this.#seen).names.includes(token.value)) {
      throw malformed(token.at, this.expected, token.source);
    }
    this.#seen.set(token.value, (this.#seen.get(token.value) ?? 0) + 1);
    return openFrame(token.value, content, this.#outline);
  }

  text(token: Token): void {
    refuseText(this, token);
  }

  close(token: Token): void {
    if (!this.#content.next(this.#seen).mayEnd) throw malformed(token.at, this.expected, token.source);
    this.#outline.close(this.name);
  }
}

/** The `<parameters>` of a call: a parameter an element, whatever its name. */
class ParametersFrame implements Frame {
  readonly name: string;
  readonly #outline: OutlineWriter;
  readonly #elements: [name: string, value: string][] = [];

  constructor(name: string, outline: OutlineWriter) {
    this.name = name;
    this.#outline = outline;
  }

  get expected(): string {
    return `a parameter or </${this.name}>`;
  }

  open({ value: name }: Token): Frame {
    return new TextFrame(name, true, (value) => this.#elements.push([name, value]));
  }

  text(token: Token): void {
    refuseText(this, token);
  }

  close(): void {
    this.#outline.leaf(this.name, collectParameters(this.#elements));
  }
}

class TextFrame implements Frame {
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

/** Between elements there is nothing but white space. */
function refuseText(frame: Frame, { type, value, source, at }: Token): void {
  const first = type === 'cdata' ? 0 : value.search(/\S/);
  if (first === -1) return;
  throw malformed(behind(at, source.slice(0, first)), frame.expected, source.slice(first));
}
