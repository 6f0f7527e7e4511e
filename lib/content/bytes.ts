/** A file's content, as Node, `fetch` and browsers hand it out. */
export type Bytes = Uint8Array | ArrayBuffer;

export function isBytes(value: unknown): value is Bytes {
  // By tag, not by `instanceof`: bytes of another realm (a jest sandbox, an iframe) are bytes too.
  return ArrayBuffer.isView(value) || Object.prototype.toString.call(value) === '[object ArrayBuffer]';
}

export function toUint8Array(bytes: Bytes): Uint8Array {
  return ArrayBuffer.isView(bytes)
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    : new Uint8Array(bytes);
}
