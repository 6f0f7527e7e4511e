import { isCutOff } from '../../content/cut-off.js';
import type { ContentBlock } from '../../wire/blocks/content-block.js';
import type { MessageBody } from '../../wire/message-body.js';
import type { MessageDeltaEvent, MessageStreamEvent } from '../../wire/message-stream-event.js';
import { BlockAccumulator } from './block-accumulator.js';
import { asRecord, MalformedEvent } from './malformed-event.js';
import { merge } from './merge.js';

/** Stop reasons of an answer that ran out of room: its last block may not be whole. */

/** Puts a message together, event by event. Events and fields that this release does not know do it no harm. */
export class MessageAccumulator {
  /** The message but for its content. */
  #head: Record<string, unknown> | undefined;
  readonly #blocks = new Map<number, BlockAccumulator>();

  /** Takes what the event adds. Events that do not fit together throw a `MalformedEvent`. */
  add(event: MessageStreamEvent): void {
    switch (event.type) {
      case 'content_block_delta':
        this.#block(event.index).add(event.delta);
        break;
      case 'content_block_start':
        this.#begun(event);
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
        for (const block of this.#blocks.values()) block.end();
        break;
    }
  }

  /** The message so far; `undefined` before it has begun. */
  get body(): MessageBody | undefined {
    if (this.#head === undefined) return undefined;
    const { content = [], stop_reason } = this.#head;
    // Put together from what the wire sent: what it is typed as is what the API promises.
    return {
      ...this.#head,
      content: this.#blocks.size === 0 ? content : this.#content(isCutOff(stop_reason)),
    } as unknown as MessageBody;
  }

  #content(isCutOff: boolean): readonly ContentBlock[] {
    const last = this.#blocks.size - 1;
    return [...this.#blocks.values()].map((block, at) => block.snapshot(isCutOff && at === last));
  }

  #start(message: Readonly<Record<string, unknown>>): void {
    // Some gateways send the first event twice, which does no harm. Another message, or the same one from its
    // beginning, is a second answer spliced into the first: no message can be made of both.
    const isRepeated = this.#head?.id === message.id && this.#blocks.size === 0;
    if (this.#head !== undefined && !isRepeated) {
      throw new MalformedEvent('a second message_start came before the message_stop of the first');
    }
    this.#head = { ...message };
  }

  #begun({ type }: MessageStreamEvent): Record<string, unknown> {
    if (this.#head === undefined) throw new MalformedEvent(`${type} came before message_start`);
    return this.#head;
  }

  #startBlock(index: unknown, block: unknown): void {
    if (typeof index !== 'number' || this.#blocks.has(index)) {
      throw new MalformedEvent(`content block ${index} was started twice, or has no number`);
    }
    this.#blocks.set(index, new BlockAccumulator(block));
  }

  #block(index: number): BlockAccumulator {
    const block = this.#blocks.get(index);
    if (block === undefined) throw new MalformedEvent(`content block ${index} was never started`);
    return block;
  }

  #addToHead(head: Record<string, unknown>, { type: _, delta, usage, ...rest }: MessageDeltaEvent): void {
    merge(head, rest);
    merge(head, asRecord(delta ?? {}, 'delta'));
    if (usage === undefined) return;
    const merged = { ...asRecord(head.usage ?? {}, 'usage') };
    merge(merged, asRecord(usage, 'usage'));
    head.usage = merged;
  }
}
