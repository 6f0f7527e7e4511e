import { ValidationError } from '../errors/validation-error.js';
import type { Base64ImageSource, ImageMediaType, ImageSource } from '../wire/blocks/image-block.js';
import { decodeBase64Head, encodeBase64 } from './base64.js';
import { type Bytes, isBytes, toUint8Array } from './bytes.js';
import { imageFormats, sniffImageMediaType } from './image-media-type.js';

/** The forms in which `image()` takes an image. */
export type ImageInput =
  | Bytes
  | URL
  | string
  | { readonly url: string | URL }
  | { readonly file_id: string }
  | { readonly data: string; readonly media_type?: ImageMediaType | undefined };

/** The `source` of an image. */
export function imageSource(input: ImageInput): ImageSource {
  if (typeof input === 'string') return fromString(input);
  if ('href' in input) return { type: 'url', url: input.href };
  if (isBytes(input)) {
    const bytes = toUint8Array(input);
    const head = String.fromCharCode(...bytes.subarray(0, 12));
    return base64Source(encodeBase64(bytes), sniffImageMediaType(head));
  }
  if ('url' in input) return { type: 'url', url: String(input.url) };
  if ('file_id' in input) return { type: 'file', file_id: input.file_id };
  return base64Source(input.data, sniffImageMediaType(decodeBase64Head(input.data)), input.media_type);
}

const dataUrl = /^data:[^,]*;base64,/i;

function fromString(input: string): ImageSource {
  if (/^https?:/i.test(input)) return { type: 'url', url: input };
  if (/^[^,;]{1,255}\.(jpe?g|png|gif|webp)$/i.test(input))
    throw refusal('image() reads no files: give the bytes of one');
  const data = input.slice(dataUrl.exec(input)?.[0].length ?? 0);
  return base64Source(data, sniffImageMediaType(decodeBase64Head(data)));
}

/** The first bytes decide the media type: the API compares both, and answers 400 if they differ. */
function base64Source(
  data: string,
  sniffed: ImageMediaType | undefined,
  given: ImageMediaType | undefined = sniffed,
): Base64ImageSource {
  if (given === undefined) throw refusal(`the data is not an image that the API reads: give ${imageFormats}`);
  if (sniffed !== undefined && sniffed !== given) throw refusal(`the data is ${sniffed}, not ${given}`);
  return { type: 'base64', media_type: given, data };
}

function refusal(message: string): ValidationError {
  return new ValidationError([{ path: 'source', rule: 'image-media-type', message }]);
}
