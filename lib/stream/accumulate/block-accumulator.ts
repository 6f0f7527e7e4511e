import type { ContentBlock } from '../../wire/blocks/content-block.js';
import { addFields, addText } from './add-delta.js';
import { attachBlockFacts } from './block-facts.js';
import { asRecord, MalformedEvent } from './malformed-event.js';
import { parseToolInput, type ToolInputError, TRUNCATED_INPUT } from './tool-input.js';

/** Puts one content block together. */
export class BlockAccumulator {
  readonly #block: Record<string, unknown>;
  readonly #unknownDeltas: object[] = [];
  /** The JSON of a tool's input so far; `undefined` for a block that is no tool use. */
  #rawInput: string | undefined;
  #inputError: ToolInputError | undefined;
  #ended = false;

  constructor(start: unknown) {
    this.#block = { ...asRecord(start, 'the content_block of a content_block_start') };
    if (Object.hasOwn(this.#block, 'input')) this.#rawInput = '';
  }

  add(value: unknown): void {
    if (this.#ended) throw new MalformedEvent('a delta came for a content block that has ended');
    const delta = asRecord(value, 'the delta of a content_block_delta');
    switch (delta.type) {
      case 'text_delta':
        addText(this.#block, 'text', delta.text);
        break;
      case 'thinking_delta':
        addText(this.#block, 'thinking', delta.thinking);
        break;
      case 'signature_delta':
        addText(this.#block, 'signature', delta.signature);
        break;
      case 'input_json_delta':
        this.#addInput(delta.partial_json);
        break;
      case 'citations_delta':
        addFields(this.#block, { citations: [asRecord(delta.citation, 'a citation')] });
        break;
      case 'compaction_delta':
        addFields(this.#block, delta);
        break;
      default:
        this.#unknownDeltas.push(delta);
        addFields(this.#block, delta);
        break;
    }
  }

  /** At the block's own end, or at that of a message that left it open. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    if (!this.#rawInput) return;
    const { input, error } = parseToolInput(this.#rawInput);
    this.#block.input = input;
    this.#inputError = error;
  }

  /** The block so far. `cutOff` when the answer ended here for want of room. */
  snapshot(cutOff: boolean): ContentBlock {
    const waits = this.#rawInput !== undefined && (!this.#ended || (cutOff && this.#rawInput === ''));
    // A block of the wire, put together from what the wire sent: what it is typed as is what the API promises.
    const block = { ...this.#block } as unknown as ContentBlock;
    return attachBlockFacts(block, {
      rawInput: this.#rawInput,
      inputError: waits ? TRUNCATED_INPUT : this.#inputError,
      unknownDeltas: this.#unknownDeltas.length === 0 ? undefined : [...this.#unknownDeltas],
    });
  }

  #addInput(piece: unknown): void {
    if (typeof piece !== 'string')
      throw new MalformedEvent('an input_json_delta came without its partial_json');
    this.#rawInput = (this.#rawInput ?? '') + piece;
  }
}
