import { isBytes, toUint8Array } from '../../content/bytes.js';
import type { Call } from '../../transport/call.js';
import { isBlob, type NamedPart, type PartSource } from './part.js';

/** A form that is written while it is sent. */
export function multipartStream(parts: readonly NamedPart[]): Pick<Call, 'body' | 'contentType'> {
  const boundary = `clust-${crypto.randomUUID()}`;
  const pieces = piecesOf(parts, boundary);
  const sources = parts.flatMap(({ value }) => (typeof value === 'object' ? value.source : []));
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      // Also releases a source that has not answered a read, so that an open file is closed.
      cancel() {
        for (const source of sources) release(source);
        void pieces.return().catch(() => undefined);
      },
    },
    { highWaterMark: 0 },
  );
  return { body, contentType: `multipart/form-data; boundary=${boundary}` };
}

async function* piecesOf(parts: readonly NamedPart[], boundary: string): AsyncGenerator<Uint8Array, void> {
  const encoder = new TextEncoder();
  for (const part of parts) {
    yield encoder.encode(`--${boundary}\r\n${headOf(part)}\r\n\r\n`);
    if (typeof part.value === 'object') yield* bytesOf(part.value.source);
    else yield encoder.encode(String(part.value));
    yield encoder.encode('\r\n');
  }
  yield encoder.encode(`--${boundary}--\r\n`);
}

function headOf({ name, value }: NamedPart): string {
  const disposition = `content-disposition: form-data; name="${escaped(name)}"`;
  if (typeof value !== 'object') return disposition;
  const { source, filename, mediaType = isBlob(source) ? source.type : '' } = value;
  const type = mediaType || 'application/octet-stream';
  return `${disposition}; filename="${escaped(filename)}"\r\ncontent-type: ${type.replace(/[\r\n]/g, '')}`;
}

/** Escaped as browsers do: https://html.spec.whatwg.org/multipage/form-control-infrastructure.html. */
function escaped(name: string): string {
  return name.replace(/\r/g, '%0D').replace(/\n/g, '%0A').replace(/"/g, '%22');
}

async function* bytesOf(source: PartSource): AsyncGenerator<Uint8Array, void> {
  if (isBytes(source)) yield toUint8Array(source);
  else if (isBlob(source)) yield* chunksOf(source.stream());
  else if ('getReader' in source) yield* chunksOf(source);
  else yield* source;
}

/** The readers of the streams that are being read. */
const readers = new WeakMap<object, ReadableStreamDefaultReader<Uint8Array>>();

/** Reads a stream by its reader, since streams are not iterable in every runtime. */
async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  const reader = stream.getReader();
  readers.set(stream, reader);
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel();
  }
}

function release(source: PartSource): void {
  const nothing = () => undefined;
  if ('getReader' in source) (readers.get(source) ?? source).cancel().catch(nothing);
  // A Node stream.
  else if ('destroy' in source && typeof source.destroy === 'function') source.destroy();
}
