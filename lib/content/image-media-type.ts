import { ValidationError } from '../errors/validation-error.js';
import type { ImageMediaType } from '../wire/blocks/image-block.js';

/** The image formats of the API, by file extension. */
const mediaTypes = new Map<string, ImageMediaType>([
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['png', 'image/png'],
  ['gif', 'image/gif'],
  ['webp', 'image/webp'],
]);

export const imageFormats = 'image/jpeg, image/png, image/gif and image/webp';

/** The first bytes of each format, one character per byte. */
const signatures: readonly (readonly [ImageMediaType, RegExp])[] = [
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/png', /^\x89PNG/],
  ['image/gif', /^GIF8/],
  ['image/webp', /^RIFF.{4}WEBP/s],
];

/**
 * The media type of a file extension. The file is not read and need not exist.
 *
 * @throws {ValidationError} If the extension does not belong to an image format of the API.
 * @example
 * ```ts
 * import { imageMediaTypeFromPath } from 'clust';
 *
 * const mediaType = imageMediaTypeFromPath('holiday/beach.JPG'); // 'image/jpeg'
 * ```
 */
export function imageMediaTypeFromPath(path: string): ImageMediaType {
  const mediaType = mediaTypes.get(/\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '');
  if (mediaType) return mediaType;
  const message = `${path} has no image extension that the API reads: use ${imageFormats}`;
  throw new ValidationError([{ path: 'path', rule: 'image-media-type', message }]);
}

/** The media type of the first twelve bytes, one character each. The file name does not matter. */
export function sniffImageMediaType(head: string): ImageMediaType | undefined {
  return signatures.find(([, signature]) => signature.test(head))?.[0];
}
