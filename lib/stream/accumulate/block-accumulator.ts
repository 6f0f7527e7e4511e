import type { ContentBlock } from '../../wire/blocks/content-block.js';
import { addFields, addText, textIn } from './add-delta.js';
import { attachBlockFacts } from './block-facts.js';
import { asRecord, MalformedEvent } from './malformed-event.js';
import { parseToolInput, type ToolInputError, TRUNCATED_INPUT } from './tool-input.js';

/** The deltas that continue one text, and which. */
const TEXTS: ReadonlyMap<unknown, string> = new Map([
  ['text_delta', 'text'],
  ['thinking_delta', 'thinking'],
  ['signature_delta', 'signature'],
]);

/** Puts one content block together. */
export class BlockAccumulator {
  readonly #block: Record<string, unknown>;
  readonly #unknownDeltas: object[] = [];
  /** The JSON of a tool's input so far; `undefined` for a block that is no tool use. */
  #rawInput: string | undefined;
  #inputError: ToolInputError | undefined;
  #ended = false;

  constructor(start: unknown) {
    this.#block = { ...asRecord(start, 'content_block') };
    if (Object.hasOwn(this.#block, 'input')) this.#rawInput = '';
  }

  add(value: unknown): void {
    if (this.#ended) throw new MalformedEvent('a delta came for a content block that has ended');
    const delta = asRecord(value, 'delta');
    const text = TEXTS.get(delta.type);
    if (text !== undefined) addText(this.#block, text, delta);
    else if (delta.type === 'input_json_delta')
      this.#rawInput = (this.#rawInput ?? '') + textIn(delta, 'partial_json');
    else if (delta.type === 'citations_delta') {
      addFields(this.#block, { citations: [asRecord(delta.citation, 'citation')] });
    } else {
      if (delta.type !== 'compaction_delta') this.#unknownDeltas.push(delta);
      addFields(this.#block, delta);
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

  /** The block so far. `isCutOff` when the answer ended here for want of room. */
  snapshot(isCutOff: boolean): ContentBlock {
    const isWaiting = this.#rawInput !== undefined && (!this.#ended || (isCutOff && this.#rawInput === ''));
    // A block of the wire, put together from what the wire sent: what it is typed as is what the API promises.
    const block = { ...this.#block } as unknown as ContentBlock;
    return attachBlockFacts(block, {
      rawInput: this.#rawInput,
      inputError: isWaiting ? TRUNCATED_INPUT : this.#inputError,
      unknownDeltas: this.#unknownDeltas.length === 0 ? undefined : [...this.#unknownDeltas],
    });
  }
}
