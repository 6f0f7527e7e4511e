import type { Bytes } from '../../content/bytes.js';

/** The content of a file in a form. */
export type PartSource = Bytes | Blob | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

/** A file in a form. */
export interface FilePart {
  readonly source: PartSource;
  readonly filename: string;
  /** Default: the type of the `Blob`, else `application/octet-stream`. */
  readonly mediaType?: string | undefined;
}

/** The value of a field of a form. */
export type PartValue = string | number | boolean | FilePart;

/** The fields of a form; a list is sent as one field per value, and a value that is `undefined` is left out. */
export type MultipartFields = Readonly<Record<string, PartValue | readonly PartValue[] | undefined>>;

/** One field of a form, with its name. */
export interface NamedPart {
  readonly name: string;
  readonly value: PartValue;
}

/** Whether a source is a `Blob` or a `File`, of any realm. */
export function isBlob(source: PartSource): source is Blob {
  return 'arrayBuffer' in source;
}
