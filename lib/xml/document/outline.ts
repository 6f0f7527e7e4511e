import type { Leaf } from './content.js';

/** A document without its texts: its elements, with the number of the leaf where one stands. */
export interface Outline {
  /** `<invoke><tool_name>0</tool_name><parameters>1</parameters></invoke>` */
  readonly markup: string;
  readonly leaves: readonly Leaf[];
}

/** Writes an outline from the outside in. */
export class OutlineWriter {
  #markup: string[] = [];
  #leaves: Leaf[] = [];

  open(name: string): void {
    this.#markup.push(`<${name}>`);
  }

  close(name: string): void {
    this.#markup.push(`</${name}>`);
  }

  leaf(name: string, leaf: Leaf): void {
    this.#markup.push(`<${name}>${this.#leaves.length}</${name}>`);
    this.#leaves.push(leaf);
  }

  /** Gives what has been written, and begins anew. */
  take(): Outline {
    const outline = { markup: this.#markup.join(''), leaves: this.#leaves };
    this.#markup = [];
    this.#leaves = [];
    return outline;
  }
}
