/** One message of an AWS event stream: its headers and its payload. */
export interface EventMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: Uint8Array;
}

/** In bytes: the length of the message, the length of its headers, and a checksum of both. */
const PRELUDE = 12;
const CHECKSUM = 4;
/** The longest message that AWS sends: 24 MiB, the limit of its own decoders. */
const MAX_MESSAGE_BYTES = 24 * 1024 * 1024;

/**
 * Splits bytes into the messages of an AWS event stream (`application/vnd.amazon.eventstream`), however the network has
 * split them. Both checksums are verified.
 *
 * @see https://docs.aws.amazon.com/transcribe/latest/dg/event-stream.html
 */
export class EventStreamDecoder {
  /**
   * The bytes of incomplete messages. They are joined once there are enough for a message, so that each byte is copied
   * once.
   */
  #chunks: Uint8Array[] = [];
  #size = 0;
  #needed = PRELUDE;

  /** How many bytes of an incomplete message have arrived. */
  get rest(): number {
    return this.#size;
  }

  /** @throws {Error} If the bytes are not an event stream. */
  push(chunk: Uint8Array): EventMessage[] {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    if (this.#size < this.#needed) return [];
    const buffer = joined(this.#chunks, this.#size);
    const messages: EventMessage[] = [];
    let start = 0;
    for (;;) {
      const length = lengthAt(buffer, start);
      this.#needed = length ?? PRELUDE;
      if (length === undefined || buffer.length - start < length) break;
      messages.push(read(buffer.subarray(start, start + length)));
      start += length;
    }
    this.#chunks = [buffer.subarray(start)];
    this.#size = buffer.length - start;
    return messages;
  }
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** The length of the message that starts here; `undefined` until its prelude has arrived. */
function lengthAt(buffer: Uint8Array, start: number): number | undefined {
  if (buffer.length - start < PRELUDE) return undefined;
  const view = viewOf(buffer.subarray(start, start + PRELUDE));
  const length = view.getUint32(0);
  if (crc32(buffer.subarray(start, start + 8)) !== view.getUint32(8))
    throw new Error('the event stream is damaged: the checksum of a prelude does not match.');
  const least = PRELUDE + view.getUint32(4) + CHECKSUM;
  if (length < least || length > MAX_MESSAGE_BYTES)
    throw new Error(`the event stream is damaged: a message cannot have ${length} bytes.`);
  return length;
}

function read(message: Uint8Array): EventMessage {
  const view = viewOf(message);
  const end = message.length - CHECKSUM;
  if (crc32(message.subarray(0, end)) !== view.getUint32(end))
    throw new Error('the event stream is damaged: the checksum of a message does not match.');
  const afterHeaders = PRELUDE + view.getUint32(4);
  return {
    headers: readHeaders(message.subarray(PRELUDE, afterHeaders)),
    payload: message.subarray(afterHeaders, end),
  };
}

/** The sizes of header values by their type; -1 if the value contains its size. Strings are type 7. */
const SIZES = [0, 0, 1, 2, 4, 8, -1, -1, 8, 16];
const STRING = 7;

/** The headers that are strings; others are skipped. */
function readHeaders(bytes: Uint8Array): Record<string, string> {
  const view = viewOf(bytes);
  const headers: [string, string][] = [];
  const text = (start: number, size: number) => new TextDecoder().decode(bytes.subarray(start, start + size));
  for (let at = 0; at < bytes.length; ) {
    const nameSize = view.getUint8(at);
    const name = text(at + 1, nameSize);
    at += 1 + nameSize;
    const type = view.getUint8(at);
    at += 1;
    const fixed = SIZES[type];
    if (fixed === undefined) throw new Error(`the event stream is damaged: there is no header type ${type}.`);
    const size = fixed === -1 ? view.getUint16(at) : fixed;
    at += fixed === -1 ? 2 : 0;
    if (type === STRING) headers.push([name, text(at, size)]);
    at += size;
  }
  return Object.fromEntries(headers);
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xed_b8_83_20 : value >>> 1;
  return value;
});

/** CRC-32, as in zip and PNG. */
function crc32(bytes: Uint8Array): number {
  let value = 0xff_ff_ff_ff;
  for (const byte of bytes) value = (TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xff_ff_ff_ff) >>> 0;
}
