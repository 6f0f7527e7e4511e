import { malformed, oneOf } from '../text/failures.js';
import { behind } from '../text/position.js';
import { collectParameters } from './call-parameters.js';
import type { Content, ElementsContent } from './content.js';
import type { Frame } from './frame.js';
import type { OutlineWriter } from './outline.js';
import { TextFrame } from './text-frame.js';
import type { Token } from './tokenizer.js';

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

/** An element with elements in it, each in its place. */
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

/** Between elements there is nothing but white space. */
function refuseText(frame: Frame, { type, value, source, at }: Token): void {
  const first = type === 'cdata' ? 0 : value.search(/\S/);
  if (first === -1) return;
  throw malformed(behind(at, source.slice(0, first)), frame.expected, source.slice(first));
}
