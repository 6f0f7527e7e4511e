import { isBytes, toUint8Array } from '../../content/bytes.js';
import type { Call } from '../../transport/call.js';
import { multipartStream } from './multipart-stream.js';
import { type FilePart, isBlob, type MultipartFields, type NamedPart, type PartValue } from './part.js';

/**
 * A form as the body of a call. A form of texts, bytes and blobs has a length and can be sent again on a retry. A form
 * with a stream is written while it is sent, so only one piece is in memory.
 */
export function multipart(fields: MultipartFields): Pick<Call, 'body' | 'contentType'> {
  const parts = Object.entries(fields).flatMap(([name, given]) =>
    [given ?? []].flat().map((value: PartValue): NamedPart => ({ name, value })),
  );
  return parts.some(({ value }) => isStreamed(value)) ? multipartStream(parts) : { body: formOf(parts) };
}

/** Whether a value can be read only once. */
function isStreamed(value: PartValue): boolean {
  return typeof value === 'object' && !isBlob(value.source) && !isBytes(value.source);
}

function formOf(parts: readonly NamedPart[]): FormData {
  const form = new FormData();
  for (const { name, value } of parts) {
    if (typeof value === 'object') form.append(name, blobOf(value), value.filename);
    else form.append(name, String(value));
  }
  return form;
}

function blobOf({ source, mediaType }: FilePart): Blob {
  const type = mediaType === undefined ? {} : { type: mediaType };
  if (!isBlob(source)) return new Blob([toUint8Array(source as Uint8Array) as Uint8Array<ArrayBuffer>], type);
  // A slice shares the content of a blob and may have another type.
  return mediaType === undefined ? source : source.slice(0, source.size, mediaType);
}
