import { isObject } from '../../base/is-object.js';
import { contentOf } from '../../content/content-of.js';
import { isCutOff } from '../../content/cut-off.js';
import type { ContentBlock } from '../../wire/blocks/content-block.js';
import type { MessageBody } from '../../wire/message-body.js';
import type { MessageDeltaEvent, MessageStreamEvent } from '../../wire/message-stream-event.js';
import { setOwn } from '../set-own.js';
import { BlockAccumulator } from './block-accumulator.js';
import { asRecord, MalformedEvent } from './malformed-event.js';

/**
 * What a message is known to be before its `message_start`. llama.cpp leaves that event out when the first character of
 * an answer spans several tokens: the blocks that come are read all the same.
 */
const UNANNOUNCED = {
  type: 'message',
  role: 'assistant',
  content: [],
  stop_reason: null,
  stop_sequence: null,
};

/** Puts a message together, event by event. Events and fields that this release does not know do it no harm. */
export class MessageAccumulator {
  /** The message but for its content. */
  #head: Record<string, unknown> | undefined;
  /** In the order in which they started. */
  readonly #blocks: BlockAccumulator[] = [];
  /** By their index: the last one that started at it. */
  readonly #byIndex = new Map<number, BlockAccumulator>();

  /** Takes what the event adds. Events that do not fit together throw a `MalformedEvent`. */
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

  /** The message so far; `undefined` before it has begun. */
  get body(): MessageBody | undefined {
    if (this.#head === undefined) return undefined;
    const content = this.#content(isCutOff(this.#head.stop_reason));
    // Put together from what the wire sent: what it is typed as is what the API promises.
    return { ...this.#head, content } as unknown as MessageBody;
  }

  /** The last block of an answer that ran out of room may not be whole. */
  #content(isLastCutOff: boolean): readonly ContentBlock[] {
    const last = this.#blocks.length - 1;
    return this.#blocks.map((block, at) => block.snapshot(isLastCutOff && at === last));
  }

  #start(message: Readonly<Record<string, unknown>>): void {
    // Some gateways send the first event twice, which does no harm. Another message, or the same one from its
    // beginning, is a second answer spliced into the first: no message can be made of both.
    const isRepeated = this.#head?.id === message.id && this.#byIndex.size === 0;
    if (this.#head !== undefined && !isRepeated) {
      throw new MalformedEvent('a second message_start came before the message_stop of the first');
    }
    this.#head = { ...message };
    this.#blocks.length = 0;
    // The API puts the calls of programmatic tool calling here, whole, and some gateways the answer.
    for (const block of contentOf(message)) this.#blocks.push(new BlockAccumulator(block, true));
  }

  #begun({ type }: MessageStreamEvent): Record<string, unknown> {
    if (this.#head === undefined) throw new MalformedEvent(`${type} came before message_start`);
    return this.#head;
  }

  #startBlock(index: unknown, start: unknown): void {
    // Some gateways number every block 0: what has ended is not changed by what starts behind it.
    if (typeof index !== 'number' || this.#byIndex.get(index)?.hasEnded === false) {
      throw new MalformedEvent(`content block ${index} was started twice, or has no number`);
    }
    const block = new BlockAccumulator(start);
    this.#head ??= { ...UNANNOUNCED };
    this.#blocks.push(block);
    this.#byIndex.set(index, block);
    // A model that refuses hands over here: the answer is that of the model that went on.
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
    // Some gateways have no usage to tell of, and say so with null.
    if (usage === undefined || usage === null) return;
    const merged = { ...asRecord(head.usage ?? {}, 'usage') };
    merge(merged, asRecord(usage, 'usage'));
    head.usage = merged;
  }
}

/**
 * Takes over every field that says something: totals replace totals, they are never added up. `null` does not
 * replace a value, since a gateway that knows only half of the usage sends `null` for the other half.
 */
function merge(target: object, source: object): void {
  for (const [name, value] of Object.entries(source)) {
    const known = Object.hasOwn(target, name) && Reflect.get(target, name) !== null;
    if (value !== undefined && (value !== null || !known)) setOwn(target, name, value);
  }
}
