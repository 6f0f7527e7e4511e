import { malformed, oneOf } from '../text/failures.js';
import { positionAfter } from '../text/position.js';
import type { CallParameters, ParameterValue } from './call-parameters.js';
import type { Content, ElementsContent } from './content.js';
import type { ElementReader } from './element-reader.js';
import { TextReader } from './text-reader.js';
import type { Token } from './tokenizer.js';
import type { Tree } from './tree.js';

/** Creates the reader for an element, by its content type. */
export function readerFor(name: string, content: Content): ElementReader {
  switch (content.kind) {
    case 'text':
      return new TextReader(name, content.markup);
    case 'parameters':
      return new ParametersReader(name);
    case 'elements':
      return new ChildrenReader(name, content);
  }
}

/** Reads an element with child elements. */
class ChildrenReader implements ElementReader {
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

  open({ value: name, source, at }: Token): ElementReader {
    const content = this.#content.children.get(name);
    if (content === undefined || !this.#content.admits(name, this.#seen)) {
      throw malformed(at, this.expected, source);
    }
    this.#seen.set(name, (this.#seen.get(name) ?? 0) + 1);
    return readerFor(name, content);
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

/** Reads the `<parameters>` of a call: one element for each parameter, with any name. */
class ParametersReader implements ElementReader {
  readonly name: string;
  readonly #elements: Tree[] = [];

  constructor(name: string) {
    this.name = name;
  }

  get expected(): string {
    return `a parameter or </${this.name}>`;
  }

  open({ value: name }: Token): ElementReader {
    return new TextReader(name, true);
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

/** Refuses text between elements, except white space. */
function refuseText(reader: ElementReader, { type, value, source, at }: Token): void {
  const first = type === 'cdata' ? 0 : value.search(/\S/);
  if (first === -1) return;
  throw malformed(positionAfter(at, source.slice(0, first)), reader.expected, source.slice(first));
}

/** The parameters of a call, in the order of their first elements. */
function collectParameters(elements: readonly Tree[]): CallParameters {
  const texts = new Map<string, string[]>();
  for (const { name, leaf } of elements) {
    const text = typeof leaf === 'string' ? leaf : '';
    const earlier = texts.get(name);
    if (earlier === undefined) texts.set(name, [text]);
    else earlier.push(text);
  }
  // `fromEntries` makes every name an own property, as JSON.parse does, so `__proto__` sets no prototype.
  return Object.fromEntries(Array.from(texts, ([name, values]) => [name, asValue(values)]));
}

function asValue([first = '', second, ...others]: readonly string[]): ParameterValue {
  return second === undefined ? first : [first, second, ...others];
}
