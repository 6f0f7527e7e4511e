import type { ToolUseBlock } from '../wire/blocks/tool-use-block.js';
import { parseToolInput } from './accumulate/tool-input.js';
import { PartialJson } from './partial-json/partial-json.js';
import type { ToolInputPart } from './tool-input-part.js';

/** Reads the input of one tool call. */
export class ToolCallReader {
  readonly #index: number;
  readonly #block: ToolUseBlock;
  readonly #view = new PartialJson();
  #raw = '';

  constructor(index: number, block: ToolUseBlock) {
    this.#index = index;
    this.#block = block;
  }

  read(delta: string): ToolInputPart {
    this.#raw += delta;
    this.#view.push(delta);
    return this.#part(delta, this.#input, false);
  }

  end(): ToolInputPart {
    const { input, error } = parseToolInput(this.#raw);
    if (error !== undefined) return { ...this.#part('', this.#input, true), inputError: error };
    // A call that arrives complete has its input in the block from the start, and no deltas.
    return this.#part('', this.#raw === '' ? this.#block.input : input, true);
  }

  /** The visible part of the input; an object even before its first brace. */
  get #input(): unknown {
    return this.#view.value ?? {};
  }

  #part(delta: string, input: unknown, done: boolean): ToolInputPart {
    const { id, name } = this.#block;
    return { index: this.#index, id, name, delta, input, done, inputError: undefined };
  }
}
