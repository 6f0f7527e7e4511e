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
    return this.#part({ delta, input: this.#input, done: false });
  }

  end(): ToolInputPart {
    const { input, error } = parseToolInput(this.#raw);
    if (error !== undefined) return this.#part({ input: this.#input, done: true, inputError: error });
    // A call that comes whole has its input in the block from the start, and no deltas.
    return this.#part({ input: this.#raw === '' ? this.#block.input : input, done: true });
  }

  /** What can be seen of the input; an object before its first brace, too. */
  get #input(): unknown {
    return this.#view.value ?? {};
  }

  #part(part: Pick<ToolInputPart, 'input' | 'done'> & Partial<ToolInputPart>): ToolInputPart {
    const { id, name } = this.#block;
    return { index: this.#index, id, name, delta: '', inputError: undefined, ...part };
  }
}
