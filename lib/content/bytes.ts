/** The content of a file, as Node, `fetch` and browsers return it. */
export type Bytes = Uint8Array | ArrayBuffer;

export function isBytes(value: unknown): value is Bytes {
  // Not by `instanceof`, which fails for bytes of another realm (a jest sandbox, an iframe).
  return ArrayBuffer.isView(value) || Object.prototype.toString.call(value) === '[object ArrayBuffer]';
}

export function toUint8Array(bytes: Bytes): Uint8Array {
  return ArrayBuffer.isView(bytes)
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    : new Uint8Array(bytes);
}
