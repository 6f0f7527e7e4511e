import { malformed, oneOf } from '../text/failures.js';
import { behind } from '../text/position.js';
import { collectParameters } from './collect-parameters.js';
import type { Content, ElementsContent } from './content.js';
import type { Frame } from './frame.js';
import { TextFrame } from './text-frame.js';
import type { Token } from './tokenizer.js';
import type { Tree } from './tree.js';

/** Opens an element of the dialect. */
export function openFrame(name: string, content: Content): Frame {
  switch (content.kind) {
    case 'text':
      return new TextFrame(name, content.markup);
    case 'parameters':
      return new ParametersFrame(name);
    case 'elements':
      return new ElementsFrame(name, content);
  }
}

/** An element with elements in it, each in its place. */
class ElementsFrame implements Frame {
  readonly name: string;
  readonly #content: ElementsContent;
  readonly #children: Tree[] = [];
  readonly #seen = new Map<string, number>();

  constructor(name: string, content: ElementsContent) {
    this.name = name;
    this.#content = content;
  }

  get expected(): string {
    const { children } = this.#content;
    const next = [...children.keys()].filter((name) => this.#content.admits(name, this.#seen));
    const end = this.#content.mayEnd(this.#seen) ? [`</${this.name}>`] : [];
    return oneOf([...next.map((name) => `<${name}>`), ...end]);
  }

  open({ value: name, source, at }: Token): Frame {
    const content = this.#content.children.get(name);
    if (content === undefined || !this.#content.admits(name, this.#seen)) {
      throw malformed(at, this.expected, source);
    }
    this.#seen.set(name, (this.#seen.get(name) ?? 0) + 1);
    return openFrame(name, content);
  }

  text(token: Token): void {
    refuseText(this, token);
  }

  add(child: Tree): void {
    this.#children.push(child);
  }

  close(token: Token): Tree {
    if (!this.#content.mayEnd(this.#seen)) throw malformed(token.at, this.expected, token.source);
    return { name: this.name, children: this.#children };
  }
}

/** The `<parameters>` of a call: a parameter an element, whatever its name. */
class ParametersFrame implements Frame {
  readonly name: string;
  readonly #elements: Tree[] = [];

  constructor(name: string) {
    this.name = name;
  }

  get expected(): string {
    return `a parameter or </${this.name}>`;
  }

  open({ value: name }: Token): Frame {
    return new TextFrame(name, true);
  }

  text(token: Token): void {
    refuseText(this, token);
  }

  add(child: Tree): void {
    this.#elements.push(child);
  }

  close(): Tree {
    return { name: this.name, children: [], leaf: collectParameters(this.#elements) };
  }
}

/** Between elements there is nothing but white space. */
function refuseText(frame: Frame, { type, value, source, at }: Token): void {
  const first = type === 'cdata' ? 0 : value.search(/\S/);
  if (first === -1) return;
  throw malformed(behind(at, source.slice(0, first)), frame.expected, source.slice(first));
}
