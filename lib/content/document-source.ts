import { ValidationError } from '../errors/validation-error.js';
import type { ContentBlockSource, DocumentSource } from '../wire/blocks/document-block.js';
import { encodeBase64 } from './base64.js';
import { assertNotBlank } from './blank-text.js';
import { type Bytes, isBytes, toUint8Array } from './bytes.js';

/** The forms in which `document()` takes a document. */
export type DocumentInput =
  | Bytes
  | URL
  | { readonly data: string }
  | { readonly text: string }
  | { readonly content: ContentBlockSource['content'] }
  | { readonly url: string | URL }
  | { readonly file_id: string };

/** The `source` of a document. */
export function documentSource(input: DocumentInput): DocumentSource {
  // A JavaScript caller may pass the path of a file.
  if (typeof input !== 'object' || input === null) {
    const message = 'document() takes the bytes of a PDF, { text }, { url }, { file_id } or { content }';
    throw new ValidationError([{ path: 'source', rule: 'document-pdf', message }]);
  }
  if ('href' in input) return { type: 'url', url: input.href };
  if (isBytes(input)) return pdfSource(encodeBase64(assertPdf(toUint8Array(input))));
  if ('data' in input) return pdfSource(input.data);
  if ('url' in input) return { type: 'url', url: String(input.url) };
  if ('file_id' in input) return { type: 'file', file_id: input.file_id };
  if ('content' in input) return { type: 'content', content: input.content };
  assertNotBlank(input.text, 'source.data');
  return { type: 'text', media_type: 'text/plain', data: input.text };
}

function pdfSource(data: string): DocumentSource {
  return { type: 'base64', media_type: 'application/pdf', data };
}

function assertPdf(bytes: Uint8Array): Uint8Array {
  // PDF readers look for the mark in the first kilobyte, since some producers write a few bytes before it.
  if (new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-')) return bytes;
  const message = 'the bytes are not a PDF: for a text file give { text }';
  throw new ValidationError([{ path: 'source', rule: 'document-pdf', message }]);
}
