import type { ContentBlock } from '../../wire/blocks/content-block.js';
import { setOwn } from '../set-own.js';
import { addFields, addText, requiredText } from './add-delta.js';
import { attachBlockFacts } from './block-facts.js';
import { asRecord, MalformedEvent } from './malformed-event.js';
import { parseToolInput, type ToolInputError, TRUNCATED_INPUT } from './tool-input.js';

/** The delta types that continue a text, and the field that holds the text. */
const TEXTS: ReadonlyMap<unknown, string> = new Map([
  ['text_delta', 'text'],
  ['thinking_delta', 'thinking'],
  ['signature_delta', 'signature'],
]);

/**
 * Blocks that the API refuses with a signature. Some gateways send the signature of a thinking block after one of
 * these.
 */
const UNSIGNED: ReadonlySet<unknown> = new Set(['text', 'tool_use']);

/** Assembles one content block. */
export class BlockAccumulator {
  readonly #block: Record<string, unknown>;
  readonly #unknownDeltas: object[] = [];
  /** The lists of the block that may grow in place. */
  readonly #ownLists = new Set<unknown>();
  /** The JSON of a tool's input so far; `undefined` if the block is no tool use. */
  #rawInput: string | undefined;
  #inputError: ToolInputError | undefined;
  #ended = false;

  /** `isWhole`: the block arrives complete, in the `content` of `message_start`. */
  constructor(start: unknown, isWhole = false) {
    this.#block = { ...asRecord(start, 'content_block') };
    if (isWhole) this.#ended = true;
    else if (Object.hasOwn(this.#block, 'input')) this.#rawInput = '';
  }

  get hasEnded(): boolean {
    return this.#ended;
  }

  add(value: unknown): void {
    if (this.#ended) throw new MalformedEvent('a delta came for a content block that has ended');
    const delta = asRecord(value, 'delta');
    const text = TEXTS.get(delta.type);
    if (text === 'signature' && UNSIGNED.has(this.#block.type)) this.#unknownDeltas.push(delta);
    else if (text !== undefined) addText(this.#block, text, delta);
    else if (delta.type === 'input_json_delta')
      this.#rawInput = (this.#rawInput ?? '') + requiredText(delta, 'partial_json');
    else if (delta.type === 'citations_delta') {
      addFields(this.#block, { citations: [asRecord(delta.citation, 'citation')] }, this.#ownLists);
    } else {
      if (delta.type !== 'compaction_delta') this.#unknownDeltas.push(delta);
      addFields(this.#block, delta, this.#ownLists);
    }
  }

  /** Called at the end of the block, or at the end of a message that left the block open. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    if (!this.#rawInput) return;
    const { input, error } = parseToolInput(this.#rawInput);
    this.#block.input = input;
    this.#inputError = error;
  }

  /** The block so far. `isCutOff`: the answer reached its token limit in this block. */
  snapshot(isCutOff: boolean): ContentBlock {
    const isWaiting = this.#rawInput !== undefined && (!this.#ended || (isCutOff && this.#rawInput === ''));
    // The API sends blocks of this type; nothing is checked here.
    const block = { ...this.#block } as unknown as ContentBlock;
    for (const [name, value] of Object.entries(block))
      if (this.#ownLists.has(value)) setOwn(block, name, [...(value as readonly unknown[])]);
    return attachBlockFacts(block, {
      rawInput: this.#rawInput,
      inputError: isWaiting ? TRUNCATED_INPUT : this.#inputError,
      unknownDeltas: this.#unknownDeltas.length === 0 ? undefined : [...this.#unknownDeltas],
    });
  }
}
