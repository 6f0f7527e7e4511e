import { isObject } from '../../base/is-object.js';
import { contentOf } from '../../content/content-of.js';
import { isCutOff } from '../../content/stop-reasons.js';
import type { ContentBlock } from '../../wire/blocks/content-block.js';
import type { MessageBody } from '../../wire/message-body.js';
import type { MessageDeltaEvent, MessageStreamEvent } from '../../wire/message-stream-event.js';
import { setOwn } from '../set-own.js';
import { BlockAccumulator } from './block-accumulator.js';
import { asRecord, MalformedEvent } from './malformed-event.js';

/**
 * The message before its `message_start`. llama.cpp leaves that event out when the first character of an answer spans
 * several tokens; the blocks that follow are still read.
 */
const MESSAGE_WITHOUT_START = {
  type: 'message',
  role: 'assistant',
  content: [],
  stop_reason: null,
  stop_sequence: null,
};

/** Assembles a message from its events. Ignores events of unknown types, and keeps unknown fields. */
export class MessageAccumulator {
  /** The message without its content. */
  #head: Record<string, unknown> | undefined;
  /** In the order in which they started. */
  readonly #blocks: BlockAccumulator[] = [];
  /** For each index, the last block that started at it. */
  readonly #byIndex = new Map<number, BlockAccumulator>();

  /** Adds an event. Throws a `MalformedEvent` if the event does not fit the events before it. */
  add(event: MessageStreamEvent): void {
    switch (event.type) {
      case 'content_block_delta':
        this.#block(event.index).add(event.delta);
        break;
      case 'content_block_start':
        this.#startBlock(event.index, event.content_block);
        break;
      case 'content_block_stop':
        this.#block(event.index).end();
        break;
      case 'message_start':
        this.#start(asRecord(event.message, 'message'));
        break;
      case 'message_delta':
        this.#addToHead(this.#begun(event), event);
        break;
      case 'message_stop':
        this.#begun(event);
        for (const block of this.#blocks) block.end();
        break;
    }
  }

  /** The message so far; `undefined` before its first event. */
  get body(): MessageBody | undefined {
    if (this.#head === undefined) return undefined;
    const content = this.#content(isCutOff(this.#head.stop_reason));
    // The API sends messages of this type; nothing is checked here.
    return { ...this.#head, content } as unknown as MessageBody;
  }

  /** Only the last block can be cut off by the token limit. */
  #content(isLastCutOff: boolean): readonly ContentBlock[] {
    const last = this.#blocks.length - 1;
    return this.#blocks.map((block, at) => block.snapshot(isLastCutOff && at === last));
  }

  #start(message: Readonly<Record<string, unknown>>): void {
    // Some gateways send the first event twice, which is harmless. A `message_start` with another id, or after a block
    // has started, belongs to a second answer; the two cannot be one message.
    const isRepeated = this.#head?.id === message.id && this.#byIndex.size === 0;
    if (this.#head !== undefined && !isRepeated) {
      throw new MalformedEvent('a second message_start came before the message_stop of the first');
    }
    this.#head = { ...message };
    this.#blocks.length = 0;
    // The API sends the calls of programmatic tool calling complete in this event; some gateways send the whole answer.
    for (const block of contentOf(message)) this.#blocks.push(new BlockAccumulator(block, true));
  }

  #begun({ type }: MessageStreamEvent): Record<string, unknown> {
    if (this.#head === undefined) throw new MalformedEvent(`${type} came before message_start`);
    return this.#head;
  }

  #startBlock(index: unknown, start: unknown): void {
    // Some gateways number every block 0, so an index may be used again once its block has ended.
    if (typeof index !== 'number' || this.#byIndex.get(index)?.hasEnded === false) {
      throw new MalformedEvent(`content block ${index} was started twice, or has no number`);
    }
    const block = new BlockAccumulator(start);
    this.#head ??= { ...MESSAGE_WITHOUT_START };
    this.#blocks.push(block);
    this.#byIndex.set(index, block);
    // After a refusal another model continues the answer, and the message names that model.
    if (isObject(start) && start.type === 'fallback' && isObject(start.to)) this.#head.model = start.to.model;
  }

  #block(index: number): BlockAccumulator {
    const block = this.#byIndex.get(index);
    if (block === undefined) throw new MalformedEvent(`content block ${index} was never started`);
    return block;
  }

  #addToHead(head: Record<string, unknown>, { type: _, delta, usage, ...rest }: MessageDeltaEvent): void {
    merge(head, rest);
    merge(head, asRecord(delta ?? {}, 'delta'));
    // Some gateways have no usage to report and send null.
    if (usage === undefined || usage === null) return;
    const merged = { ...asRecord(head.usage ?? {}, 'usage') };
    merge(merged, asRecord(usage, 'usage'));
    head.usage = merged;
  }
}

/**
 * Copies every field that has a value: totals replace totals and are never added up. `null` does not replace a value,
 * since some gateways report half of the usage and send `null` for the rest.
 */
function merge(target: object, source: object): void {
  for (const [name, value] of Object.entries(source)) {
    const known = Object.hasOwn(target, name) && Reflect.get(target, name) !== null;
    if (value !== undefined && (value !== null || !known)) setOwn(target, name, value);
  }
}
